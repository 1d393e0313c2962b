package org.articlepipeline.index.elasticsearch;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Elasticsearch is. */
public interface ElasticsearchConfig {

  /** Base URLs of nodes of one cluster, separated by commas. */
  List<URI> url();

  /** Sent as {@code Authorization: ApiKey …}; wins over username and password. */
  Optional<String> apiKey();

  Optional<String> username();

  Optional<String> password();

  /** How long to wait for an answer before the request counts as lost, in ISO 8601. */
  @WithDefault("PT60S")
  Duration responseTimeout();
}
