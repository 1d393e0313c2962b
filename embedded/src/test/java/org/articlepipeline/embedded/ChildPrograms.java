package org.articlepipeline.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** What the tests run in child JVMs. What they print goes to their log. */
final class ChildPrograms {
  static final String READY = "ready";

  private ChildPrograms() {}

  /** Runs until it is told to end. */
  static final class Waits {
    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("in good order")));
      System.out.println(READY);
      new CountDownLatch(1).await();
    }
  }

  /** Cannot be stopped but by SIGKILL. */
  static final class NeverEnds {
    public static void main(String[] args) throws InterruptedException {
      var never = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      never.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
      System.out.println(READY);
      never.await();
    }
  }

  /** Fails at once. */
  static final class Fails {
    @SuppressWarnings("DoNotCallSuggester") // it is what the test is about
    public static void main(String[] args) {
      throw new IllegalArgumentException("no such setting: " + args[0]);
    }
  }

  /** Has a stack of its own in the folder, and tells its process ids. */
  static final class HasStack {
    public static void main(String[] args) throws InterruptedException {
      EmbeddedStack stack = EmbeddedStack.in(Path.of(args[0])).startAll();
      System.out.printf(
          "pids %d %d %d.%n",
          stack.kafka().pid(1), stack.registry().pid(), stack.elasticsearch().pid());
      new CountDownLatch(1).await();
    }
  }
}
