package org.articlepipeline.ingest.gateway;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Where CMSes send articles over HTTP. */
public interface GatewayConfig {

  /** 0 takes any free port; without one there is no gateway. */
  OptionalInt port();

  @WithDefault("127.0.0.1")
  String host();

  /** Lines of {@code source sha256hex}; see {@link ApiKey}. Needed with a port. */
  Optional<Path> keysFile();

  /** What one source may send in the long run. */
  @WithDefault("100")
  double ratePerSecond();

  /** What one source may send at once after a pause. */
  @WithDefault("500")
  int burst();

  @WithDefault("64")
  int requestsInFlight();

  /** Bodies that are in memory at the same time; an article takes about four times its size. */
  @WithDefault("32")
  int mebibytesInFlight();

  /** How long a body may take to arrive, and a connection may be idle, in ISO 8601. */
  @WithDefault("PT30S")
  Duration readTimeout();

  /** How long the broker may take to acknowledge an article, in ISO 8601. */
  @WithDefault("PT10S")
  Duration publishTimeout();

  /** Where to see what became of an article, such as {@code http://host/articles/{uri}/journey}. */
  Optional<String> journeyUrl();
}
