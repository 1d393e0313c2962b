package org.articlepipeline.platform;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one service as a process: {@code java -jar NAME.jar [--config FILE]}. SIGTERM stops it
 * gracefully.
 */
public final class ServiceMain {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  private ServiceMain() {}

  /**
   * Ends the JVM: 0 after a stop by signal, 1 when the service can't start, 2 on wrong usage or
   * configuration.
   */
  public static <C> void run(
      String name, String[] args, Class<C> config, Function<C, ? extends Service> build) {
    int code = start(name, args, config, build, System.out, System.err);
    if (code >= 0) {
      System.exit(code);
    }
  }

  /** Returns an exit code, or -1 while the service runs on. */
  static <C> int start(
      String name,
      String[] args,
      Class<C> mapping,
      Function<C, ? extends Service> build,
      PrintStream out,
      PrintStream err) {
    Path file = null;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--help", "-h" -> {
          out.print(usage(name));
          return 0;
        }
        case "--config" -> {
          if (++i == args.length) {
            return refuse(err, "--config needs a file", usage(name));
          }
          file = Path.of(args[i]);
        }
        default -> {
          return refuse(err, "unknown argument '" + args[i] + "'", usage(name));
        }
      }
    }
    C config;
    try {
      config = Configs.load(mapping, file, Map.of());
    } catch (ConfigException e) {
      return refuse(err, e.getMessage(), "");
    }
    return serve(name, config, build, err);
  }

  private static <C> int serve(
      String name, C config, Function<C, ? extends Service> build, PrintStream err) {
    Service service = null;
    try {
      service = build.apply(config);
      service.start();
    } catch (RuntimeException e) {
      if (e instanceof ConfigException) {
        // Values that are well-formed, and still can't be used by this service.
        close(service);
        return refuse(err, e.getMessage(), "");
      }
      LOG.atError().addKeyValue("service", name).setCause(e).log("service can't start");
      err.println("error: " + name + " can't start: " + e.getMessage());
      close(service);
      return FAILED;
    }
    LOG.atInfo()
        .addKeyValue("service", name)
        .addKeyValue("http", service.httpUrl())
        .log("service started");
    closeOnExit(name, service);
    return -1;
  }

  private static void close(@Nullable Service service) {
    if (service != null) {
      service.close();
    }
  }

  private static void closeOnExit(String name, Service service) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.atInfo().addKeyValue("service", name).log("service stops");
                  service.close();
                  LOG.atInfo().addKeyValue("service", name).log("service stopped");
                  stopped.countDown();
                },
                name + "-shutdown"));
    // Services may run on daemon threads only; this one keeps the process until the hook is
    // through.
    Thread.ofPlatform()
        .name(name + "-main")
        .start(
            () -> {
              try {
                stopped.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static int refuse(PrintStream err, @Nullable String problem, String hint) {
    for (String line : String.valueOf(problem).lines().toList()) {
      err.println("error: " + line);
    }
    err.print(hint);
    return USAGE;
  }

  private static String usage(String name) {
    return """
    Usage: java -jar %s.jar [--config FILE] [--help]

      --config FILE   properties, keys start with 'articles.'

    Environment variables win over the file: articles.kafka.bootstrap-servers is
    ARTICLES_KAFKA_BOOTSTRAP_SERVERS. SIGTERM stops the service without loss.
    """
        .formatted(name);
  }
}
