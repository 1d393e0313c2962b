package org.articlepipeline.operations.cluster;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the web console listens, and who may change anything through it. */
public interface ConsoleConfig {

  /** Others than loopback only with a token, which then is needed for reading, too. */
  @WithDefault("127.0.0.1")
  String host();

  /** 0 takes any free port. */
  @WithDefault("0")
  int port();

  /** Holds the token to sign in with, on one line; without it nothing can be changed. */
  Optional<Path> tokenFile();

  /** Further names that browsers may know this host by, such as that of a proxy. */
  Optional<List<String>> allowedHosts();
}
