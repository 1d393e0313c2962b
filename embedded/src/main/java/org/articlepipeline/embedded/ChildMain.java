package org.articlepipeline.embedded;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import sun.misc.Signal;

/**
 * What a child JVM runs first: it ties the child's life to its parent's, then calls the real main
 * class. Without this a parent that is killed, and so runs no shutdown hook, would leave its
 * servers behind. It must stay one class without dependencies: a jar of it alone is put in front of
 * the child's class path.
 */
public final class ChildMain {
  /** As after SIGKILL, since the orphan ends as abruptly as its parent did. */
  private static final int ORPHANED = 137;

  private ChildMain() {}

  /**
   * @param args the parent's process id, the real main class, that class's arguments
   */
  public static void main(String[] args) throws Throwable {
    endWith(Long.parseLong(args[0]));
    ignoreTerminal();
    var main = Class.forName(args[1]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWith(long parentPid) {
    // An orphan is adopted by another process: a parent with another pid means that ours is gone
    // already.
    ProcessHandle parent =
        ProcessHandle.current().parent().filter(p -> p.pid() == parentPid).orElse(null);
    if (parent == null) {
      Runtime.getRuntime().halt(ORPHANED);
      return;
    }
    parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
  }

  /**
   * Ctrl-C and the end of a terminal reach every process of the terminal at once. The parent must
   * be able to finish its work while the servers still run; it stops them when it is ready.
   */
  @SuppressWarnings("sunapi")
  private static void ignoreTerminal() {
    for (String name : new String[] {"INT", "HUP"}) {
      try {
        Signal.handle(new Signal(name), signal -> {});
      } catch (IllegalArgumentException e) {
        // Unknown on this system, or taken by the JVM's own options: then it has no meaning for us
        // either.
      }
    }
  }
}
