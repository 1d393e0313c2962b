package org.articlepipeline.operations.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.operations.cluster.ConsoleConfig;
import org.articlepipeline.operations.cluster.SecretFile;
import org.articlepipeline.platform.ConfigException;

/**
 * The console's configuration, checked.
 *
 * @param token to sign in with; without it nothing can be changed
 * @param names hosts that a browser may ask for, in lower case
 * @param readableByAll whether reading needs no signing in
 */
public record ConsoleSettings(
    String host, int port, Optional<String> token, Set<String> names, boolean readableByAll) {
  /** A shorter one could be guessed. */
  private static final int SHORTEST_TOKEN = 32;

  private static final int TOKEN_BYTES = 32;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /**
   * @throws ConfigException with what is wrong in it
   */
  public static ConsoleSettings of(ConsoleConfig config) {
    Optional<String> token = config.tokenFile().map(ConsoleSettings::read);
    boolean loopback = isLoopback(config.host());
    if (!loopback && token.isEmpty()) {
      throw new ConfigException(
          List.of(
              "articles.console.host is "
                  + config.host()
                  + ", where others can read articles: set articles.console.token-file, or listen on 127.0.0.1"));
    }
    Set<String> names = new HashSet<>(LOOPBACK);
    names.add(config.host().toLowerCase(Locale.ROOT));
    config
        .allowedHosts()
        .ifPresent(more -> more.forEach(name -> names.add(name.toLowerCase(Locale.ROOT))));
    return new ConsoleSettings(config.host(), config.port(), token, Set.copyOf(names), loopback);
  }

  /** On this machine only, with the token of this file, which is made when it is not there. */
  public static ConsoleSettings local(int port, Path tokenFile) throws IOException {
    Files.createDirectories(tokenFile.toAbsolutePath().getParent());
    SecretFile.make(tokenFile, ConsoleSettings::newToken);
    return new ConsoleSettings("127.0.0.1", port, Optional.of(read(tokenFile)), LOOPBACK, true);
  }

  private static String newToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static String read(Path file) {
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException e) {
      throw new ConfigException(
          List.of("articles.console.token-file " + file + " can't be read: " + e.getMessage()));
    }
    if (token.length() < SHORTEST_TOKEN) {
      throw new ConfigException(
          List.of(
              "articles.console.token-file %s holds a token of %d characters; take at least %d, such as `openssl rand -hex 32` makes"
                  .formatted(file, token.length(), SHORTEST_TOKEN)));
    }
    return token;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ConfigException(
          List.of("articles.console.host is " + host + ", which is no address of this machine"));
    }
  }
}
