package io.assistantmcp.server.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Constants on the command line, by what they call themselves there and not by their names too. */
final class Choice {

  private Choice() {}

  static <E extends Enum<E>> void register(CommandLine command, Class<E> type) {
    command.registerConverter(type, text -> named(type.getEnumConstants(), text));
  }

  private static <E extends Enum<E>> E named(E[] constants, String text) {
    return Arrays.stream(constants)
        .filter(constant -> constant.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(problem(constants, text)));
  }

  private static String problem(Object[] constants, String text) {
    return "'%s' is none of %s"
        .formatted(
            text, Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", ")));
  }
}
