package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureIT {
  @TempDir Path folder;

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
      int port = taken.getLocalPort();
      String message = "port " + port + " on 127.0.0.1 is taken";
      var kafka = EmbeddedKafka.Options.single().withPorts(port);
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, kafka)).hasMessageContaining(message);
      var registry = EmbeddedRegistry.Options.standard().withPort(port);
      assertThatThrownBy(() -> EmbeddedRegistry.start(folder, registry))
          .hasMessageContaining(message);
      var elasticsearch = EmbeddedElasticsearch.Options.standard().withPort(port);
      assertThatThrownBy(() -> EmbeddedElasticsearch.start(folder, elasticsearch))
          .hasMessageContaining(message);
    }
  }

  @Test
  void aStackThatCannotStartInFullStopsWhatItStarted() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
      var stack =
          new EmbeddedStack(
              folder,
              EmbeddedKafka.Options.single(),
              EmbeddedRegistry.Options.standard(),
              EmbeddedElasticsearch.Options.standard().withPort(taken.getLocalPort()));
      assertThatThrownBy(stack::startAll).hasMessageContaining("is taken");
      assertThat(childrenOnFolder()).isEmpty();
    }
  }

  @Test
  void aServerThatDiesSaysWhyAndNothingStaysBehind() {
    var heapTooSmall = new EmbeddedKafka.Options(2, List.of(), 1);
    assertThatThrownBy(() -> EmbeddedKafka.start(folder, heapTooSmall))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("ended with exit code 1 before it was ready")
        .hasMessageContaining("kafka-1.log")
        .hasMessageContaining("heap");
    assertThat(childrenOnFolder()).isEmpty();
  }

  @Test
  void aServerOnDataThatIsInUseSaysSoAndRuinsNothing() {
    try (var first = EmbeddedKafka.start(folder)) {
      assertThat(first.nodes()).isOne();
      assertThatThrownBy(() -> EmbeddedKafka.start(folder))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("ended with exit code 1 before it was ready")
          .hasMessageContaining("another process runs this server on the same data");
      first.restart(1);
    }
  }

  private List<ProcessHandle> childrenOnFolder() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }
}
