package org.articlepipeline.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a child JVM runs first: it ties the child's life to its parent's, then calls the real main
 * class. Without this a parent that is killed, and so runs no shutdown hook, would leave its
 * servers behind. It must stay one class without dependencies: a jar of it alone is put in front of
 * the child's class path.
 */
public final class ChildMain {
  /** As after SIGKILL, since the orphan ends as abruptly as its parent did. */
  private static final int ORPHANED = 137;

  /** Names a file that only one process at a time may hold. */
  private static final String LOCK_PROPERTY = "articles.lock";

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final int LOCK_POLL_MILLIS = 50;

  /** Never closed: the system releases the lock at the end of the process, however it ends. */
  @SuppressWarnings("UnusedVariable") // a channel that nothing refers to is closed
  private static @Nullable FileChannel held;

  private ChildMain() {}

  /**
   * @param args the parent's process id, the real main class, that class's arguments
   */
  public static void main(String[] args) throws Throwable {
    endWith(Long.parseLong(args[0]));
    ignoreTerminal();
    if (System.getProperty(LOCK_PROPERTY) != null) {
      lock(Path.of(System.getProperty(LOCK_PROPERTY)));
    }
    var main = Class.forName(args[1]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWith(long parentPid) {
    // Orphans are adopted: a parent with another pid means that ours is gone already.
    ProcessHandle parent =
        ProcessHandle.current().parent().filter(p -> p.pid() == parentPid).orElse(null);
    if (parent == null) {
      Runtime.getRuntime().halt(ORPHANED);
      return;
    }
    var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
  }

  /**
   * Two brokers on the same data ruin it before they notice. The child holds the lock, not the
   * parent, because for a moment it may outlive the parent; and so the next one waits for a moment.
   */
  private static void lock(Path file) throws IOException, InterruptedException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    held = channel;
    long deadline = System.nanoTime() + LOCK_TIMEOUT.toNanos();
    while (channel.tryLock() == null) {
      if (System.nanoTime() > deadline) {
        System.err.println(
            file
                + " is locked: another process runs this server on the same data."
                + " Stop that process, or choose another folder.");
        System.exit(1);
      }
      Thread.sleep(LOCK_POLL_MILLIS);
    }
  }

  /**
   * Ctrl-C and the end of a terminal reach every process of the terminal at once. The parent must
   * be able to finish its work while the servers still run; it stops them when it is ready.
   *
   * <p>By reflection, because the compiler's warning about this API cannot be suppressed, and there
   * is no other.
   */
  private static void ignoreTerminal() throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object ignore =
        Proxy.newProxyInstance(
            ChildMain.class.getClassLoader(), new Class<?>[] {handler}, (p, method, args) -> null);
    for (String name : new String[] {"INT", "HUP"}) {
      try {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
      } catch (InvocationTargetException e) {
        // Unknown on this system, or taken by an option of the JVM: no meaning for us either.
      }
    }
  }
}
