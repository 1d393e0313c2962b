package org.articlepipeline.platform;

import io.smallrye.config.WithDefault;

/** Where a service answers health checks and metrics. */
public interface HttpConfig {

  @WithDefault("127.0.0.1")
  String host();

  /** 0 takes any free port. */
  @WithDefault("0")
  int port();
}
