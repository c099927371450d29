package io.assistantmcp.codegen.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Limits of numbers when shapes are joined. */
final class Limits {

  private Limits() {}

  /** The lesser of two limits, none if either is missing. */
  static Optional<Number> lesser(Optional<Number> a, Optional<Number> b) {
    return ifBoth(a, b, (x, y) -> compare(x, y) <= 0 ? x : y);
  }

  /** The greater of two limits, none if either is missing. */
  static Optional<Number> greater(Optional<Number> a, Optional<Number> b) {
    return ifBoth(a, b, (x, y) -> compare(x, y) >= 0 ? x : y);
  }

  private static Optional<Number> ifBoth(
      Optional<Number> a, Optional<Number> b, BinaryOperator<Number> choose) {
    return a.flatMap(x -> b.map(y -> choose.apply(x, y)));
  }

  private static int compare(Number a, Number b) {
    return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
  }
}
