package io.assistantmcp.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Which methods of a service of OpenAI's Java SDK are called, and which there are. */
final class ObservedService {

  // They give the same methods once more, in other clothes.
  private static final Set<String> WRAPPERS = Set.of("withRawResponse", "withOptions");

  private ObservedService() {}

  /** The service; its calls, and those of the services that hang on it, are noted by name. */
  static <T> T of(Class<T> type, T service, Set<String> called) {
    InvocationHandler noting =
        (proxy, method, arguments) -> {
          if (isService(method.getReturnType())) {
            return below(method.getReturnType(), call(service, method, arguments), called);
          }
          called.add(name(type, method));
          return call(service, method, arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, noting));
  }

  // For a type that is only known when it is met.
  private static <T> T below(Class<T> type, Object service, Set<String> called) {
    return of(type, type.cast(service), called);
  }

  private static Object call(Object service, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(service, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The names of all methods that a service, and those that hang on it, have. */
  static Set<String> methodsOf(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !WRAPPERS.contains(method.getName()))
        .forEach(
            method -> {
              if (isService(method.getReturnType())) {
                names.addAll(methodsOf(method.getReturnType()));
              } else {
                names.add(name(type, method));
              }
            });
    return names;
  }

  private static String name(Class<?> type, Method method) {
    return type.getSimpleName() + "." + method.getName();
  }

  private static boolean isService(Class<?> type) {
    return type.isInterface() && type.getSimpleName().endsWith("Service");
  }
}
