package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The registry client's settings, by the keys of Confluent's client. As there, all but {@code
 * schema.registry.url} may be written with or without the prefix {@code schema.registry.}, except
 * TLS: without it, {@code ssl.*} is the broker's.
 *
 * @param urls without trailing slash or user info
 * @param authorization value of the HTTP header
 * @param maxRetries rounds over all URLs after the first
 */
record RegistrySettings(
    List<URI> urls,
    @Nullable String authorization,
    @Nullable SSLContext tls,
    Duration connectTimeout,
    Duration readTimeout,
    int maxRetries,
    Duration firstWait,
    Duration longestWait) {

  static final String URL = "schema.registry.url";

  static RegistrySettings of(Map<String, ?> config) {
    List<URI> given = urls(config);
    return new RegistrySettings(
        given.stream().map(RegistrySettings::withoutUserInfo).toList(),
        authorization(config, given),
        RegistryTls.context(config),
        Duration.ofMillis(number(config, "http.connect.timeout.ms", 10_000)),
        Duration.ofMillis(number(config, "http.read.timeout.ms", 30_000)),
        (int) number(config, "max.retries", 3),
        Duration.ofMillis(number(config, "retries.wait.ms", 1_000)),
        Duration.ofMillis(number(config, "retries.max.wait.ms", 20_000)));
  }

  /** The setting as text, whatever type the caller put in; null when absent or blank. */
  static @Nullable String text(Map<String, ?> config, String key) {
    Object value = config.get(key);
    String text =
        switch (value) {
          case null -> "";
          case Password p -> p.value();
          case List<?> l -> String.join(",", l.stream().map(String::valueOf).toList());
          default -> value.toString();
        };
    return text.isBlank() ? null : text.strip();
  }

  private static @Nullable String either(Map<String, ?> config, String key) {
    String prefixed = text(config, "schema.registry." + key);
    return prefixed != null ? prefixed : text(config, key);
  }

  private static long number(Map<String, ?> config, String key, long otherwise) {
    String text = either(config, key);
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The answer is the same as for a number out of range.
    }
    throw new ConfigException(key, text, "must be a whole number from 0 to " + Integer.MAX_VALUE);
  }

  private static List<URI> urls(Map<String, ?> config) {
    String text = text(config, URL);
    if (text == null) {
      throw new ConfigException(
          URL + " is not set: give the registry's address, such as http://localhost:8081");
    }
    var urls = new ArrayList<URI>();
    for (String part : text.split(",")) {
      if (!part.isBlank()) {
        urls.add(url(part.strip()));
      }
    }
    return urls;
  }

  private static URI url(String text) {
    try {
      URI url = URI.create(text.replaceAll("/+$", ""));
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Reported below; the text is not repeated, for it may hold a password.
    }
    throw new ConfigException(
        URL + " must be http:// or https:// URLs, separated by commas; one of them is not");
  }

  private static URI withoutUserInfo(URI url) {
    String authority = url.getRawAuthority();
    return URI.create(
        url.getScheme()
            + "://"
            + authority.substring(authority.lastIndexOf('@') + 1)
            + url.getRawPath());
  }

  private static @Nullable String authorization(Map<String, ?> config, List<URI> urls) {
    String token = either(config, "bearer.auth.token");
    String userInfo = either(config, "basic.auth.user.info");
    String bearer = either(config, "bearer.auth.credentials.source");
    if (bearer != null && !bearer.toUpperCase(Locale.ROOT).equals("STATIC_TOKEN")) {
      throw new ConfigException(
          "bearer.auth.credentials.source", bearer, "only STATIC_TOKEN is supported here");
    }
    if (token != null) {
      return "Bearer " + token;
    }
    String source = either(config, "basic.auth.credentials.source");
    return switch (source == null ? "" : source.toUpperCase(Locale.ROOT)) {
      case "" -> basic(userInfo != null ? userInfo : userInfoOf(urls));
      case "USER_INFO" -> {
        if (userInfo == null) {
          throw new ConfigException("basic.auth.user.info is not set: give user:password");
        }
        yield basic(userInfo);
      }
      case "URL" -> basic(userInfoOf(urls));
      default ->
          throw new ConfigException(
              "basic.auth.credentials.source", source, "only USER_INFO and URL are supported here");
    };
  }

  private static @Nullable String userInfoOf(List<URI> urls) {
    return urls.stream().flatMap(u -> Stream.ofNullable(u.getUserInfo())).findFirst().orElse(null);
  }

  private static @Nullable String basic(@Nullable String userInfo) {
    return userInfo == null
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
  }
}
