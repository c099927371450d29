package io.assistantmcp.engine.run;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The threads that wait for models: virtual where the JVM has them. */
final class WorkerThreads {

  private WorkerThreads() {}

  static ExecutorService pool(int size) {
    return Executors.newFixedThreadPool(size, factory());
  }

  private static ThreadFactory factory() {
    try {
      // Thread.ofVirtual().factory(), which Java 17 does not have.
      Method ofVirtual = Thread.class.getMethod("ofVirtual");
      Object builder = ofVirtual.invoke(null);
      Method factory = ofVirtual.getReturnType().getMethod("factory");
      return (ThreadFactory) factory.invoke(builder);
    } catch (ReflectiveOperationException e) {
      return daemons("run-worker");
    }
  }

  /** Threads that keep no process from ending. */
  static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
