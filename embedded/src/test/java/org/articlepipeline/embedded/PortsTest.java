package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final int FIRST_EPHEMERAL = 32_768;

  @Test
  void givesNoPortTwiceAndNoneThatClientsConnectFrom() {
    assertThat(IntStream.range(0, 200).map(i -> Ports.free()).boxed())
        .doesNotHaveDuplicates()
        .allMatch(port -> port < FIRST_EPHEMERAL);
  }

  @Test
  void refusesATakenPortByNameAndTakesItWhenItIsFreeAgain() throws Exception {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
      port = taken.getLocalPort();
      assertThatThrownBy(() -> Ports.requireFree("kafka-1", port))
          .isInstanceOf(ServerException.class)
          .hasMessage(
              "kafka-1 cannot start: port %d on 127.0.0.1 is taken. Stop what listens there, or choose another port.",
              port);
    }
    assertThatCode(() -> Ports.requireFree("kafka-1", port)).doesNotThrowAnyException();
  }
}
