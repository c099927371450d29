package io.assistantmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "$.a['b?'][0], $.a['b?'][0]",
        "$.a[?@.b == 'c'], $.a[?(@.b == 'c')]",
        "$.a[?(@.b == 'c')], $.a[?((@.b == 'c'))]",
        "$.a[?@['b'] == 'x]'].c, $.a[?(@['b'] == 'x]')].c",
        "$.a[?@.b == 'it\\'s]'], $.a[?(@.b == 'it\\'s]')]",
        "$.a[?@.b[?@.c]], $.a[?(@.b[?(@.c)])]",
        "$['[?'], $['[?']",
      })
  void putsEveryFilterInParentheses(String rfc, String library) {
    assertThat(TargetSyntax.parenthesizeFilters(rfc)).isEqualTo(library);
  }
}
