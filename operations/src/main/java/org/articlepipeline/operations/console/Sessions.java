package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who signed in, in memory: a console that is started again asks again. */
final class Sessions {
  private static final Duration LENGTH = Duration.ofHours(12);
  private static final int RANDOM_BYTES = 32;

  /** Each costs nothing, but the token may be in a script that signs in for ever. */
  private static final int MOST = 1_000;

  private final Optional<String> token;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(Optional<String> token, InstantSource clock) {
    this.token = token;
    this.clock = clock;
  }

  boolean possible() {
    return token.isPresent();
  }

  /** Nothing when the token is not the right one. */
  Optional<Session> signIn(String given, String name) {
    if (token.isEmpty()
        || !MessageDigest.isEqual(token.get().getBytes(UTF_8), given.strip().getBytes(UTF_8))) {
      return Optional.empty();
    }
    sessions.values().removeIf(this::isOver);
    if (sessions.size() >= MOST) {
      sessions.clear();
    }
    var session = new Session(secret(), name, secret(), clock.instant().plus(LENGTH));
    sessions.put(session.id(), session);
    return Optional.of(session);
  }

  @Nullable Session find(String id) {
    Session session = sessions.get(id);
    return session == null || isOver(session) ? null : session;
  }

  void signOut(Session session) {
    sessions.remove(session.id());
  }

  private boolean isOver(Session session) {
    return clock.instant().isAfter(session.expires());
  }

  private String secret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
