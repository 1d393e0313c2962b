package org.articlepipeline.index.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before Elasticsearch and breaks what goes through: HTTP/1.1 over plain sockets, so that an
 * answer can end anywhere. What is no bulk passes, but for a fault that hits everything.
 */
final class FaultyProxy implements AutoCloseable {
  private static final int MAX_HEAD = 64 * 1024;

  private final ServerSocket server;
  private final InetSocketAddress upstream;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger hits = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private volatile Fault fault = new Fault.None();

  FaultyProxy(String elasticsearch) {
    URI uri = URI.create(elasticsearch);
    upstream = new InetSocketAddress(uri.getHost(), uri.getPort());
    try {
      server = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** From the next request on; counts anew. */
  void set(Fault next) {
    fault = next;
    hits.set(0);
  }

  /** How many requests the fault has hit. */
  int hits() {
    return hits.get();
  }

  /** How many requests Elasticsearch has got late. */
  int late() {
    return late.get();
  }

  private void accept() {
    while (true) {
      try {
        Socket client = server.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      for (Request r = Request.read(in); r != null && answer(r, client); r = Request.read(in)) {}
    } catch (IOException | InterruptedException e) {
      // The client went away, or the proxy was closed: nothing to answer.
    } finally {
      open.remove(client);
    }
  }

  /** Whether the connection stays. */
  private boolean answer(Request request, Socket client) throws IOException, InterruptedException {
    OutputStream out = client.getOutputStream();
    Fault now = fault;
    if (!now.hits(request)) {
      out.write(forward(request));
      return true;
    }
    hits.incrementAndGet();
    switch (now) {
      case Fault.None() -> out.write(forward(request));
      case Fault.Answer(int status, String body) ->
          out.write(response(status, body.getBytes(UTF_8)));
      case Fault.TooLarge(int documents) -> out.write(response(413, new byte[0]));
      case Fault.CloseBefore() -> {
        return false;
      }
      case Fault.CloseMidAnswer() -> {
        byte[] answer = forward(request);
        out.write(answer, 0, answer.length / 2);
        out.flush();
        return false;
      }
      case Fault.HalfBody() -> {
        byte[] body = Request.bodyOf(forward(request));
        out.write(response(200, java.util.Arrays.copyOf(body, body.length / 2)));
      }
      case Fault.Late(Duration by) -> {
        // The client has given up by then; Elasticsearch gets it all the same.
        closed.await(by.toMillis(), TimeUnit.MILLISECONDS);
        byte[] answer = forward(request);
        late.incrementAndGet();
        out.write(answer);
      }
      case Fault.Silent() -> closed.await();
    }
    out.flush();
    return true;
  }

  private byte[] forward(Request request) throws IOException {
    try (Socket elasticsearch = new Socket()) {
      elasticsearch.connect(upstream);
      open.add(elasticsearch);
      OutputStream out = elasticsearch.getOutputStream();
      out.write(request.closing());
      out.flush();
      return elasticsearch.getInputStream().readAllBytes();
    }
  }

  private static byte[] response(int status, byte[] body) {
    byte[] head =
        "HTTP/1.1 %d X\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, body.length)
            .getBytes(ISO_8859_1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
