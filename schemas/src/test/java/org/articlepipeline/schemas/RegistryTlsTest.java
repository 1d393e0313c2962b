package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that asks for the client's certificate. */
class RegistryTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static String keys = "";
  private static String trust = "";
  private static String pem = "";
  private static HttpsServer server;

  @BeforeAll
  static void start() throws Exception {
    keys = folder.resolve("keys.p12").toString();
    trust = folder.resolve("trust.p12").toString();
    pem = folder.resolve("cert.pem").toString();
    keytool(
        "-genkeypair",
        "-keystore",
        keys,
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    keytool("-exportcert", "-keystore", keys, "-rfc", "-file", pem);
    keytool("-importcert", "-keystore", trust, "-noprompt", "-file", pem);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = Objects.requireNonNull(RegistryTls.context(stores()));
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = context.getDefaultSSLParameters();
            ssl.setNeedClientAuth(true);
            parameters.setSSLParameters(ssl);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"schema\":\"\\\"string\\\"\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static Map<String, Object> stores() {
    return Map.of(
        "schema.registry.ssl.keystore.location", keys,
        "schema.registry.ssl.keystore.type", "PKCS12",
        "schema.registry.ssl.keystore.password", PASSWORD,
        "schema.registry.ssl.truststore.location", trust,
        "schema.registry.ssl.truststore.type", "PKCS12",
        "schema.registry.ssl.truststore.password", PASSWORD);
  }

  private static SchemaRegistryClient client(Map<String, Object> tls) {
    var config = new HashMap<>(tls);
    config.put("schema.registry.url", "https://127.0.0.1:" + server.getAddress().getPort());
    config.put("max.retries", 0);
    return new SchemaRegistryClient(config);
  }

  @Test
  void keyAndTrustStoresAreUsed() {
    try (var client = client(stores())) {
      assertThat(client.byId(1)).hasToString("\"string\"");
    }
  }

  @Test
  void certificatesMayBePemFiles() {
    var config = new HashMap<>(stores());
    config.put("schema.registry.ssl.truststore.type", "PEM");
    config.put("schema.registry.ssl.truststore.location", pem);
    config.remove("schema.registry.ssl.truststore.password");
    try (var client = client(config)) {
      assertThat(client.byId(1)).hasToString("\"string\"");
    }
  }

  @Test
  void aRegistryThatIsNotTrustedIsNotAsked() {
    try (var client = client(Map.of())) {
      assertThatThrownBy(() -> client.byId(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("https://127.0.0.1")
          .hasMessageContaining("certification path");
    }
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "registry", "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(() -> read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
