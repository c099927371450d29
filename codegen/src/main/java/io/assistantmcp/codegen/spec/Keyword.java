package io.assistantmcp.codegen.spec;

import java.util.Set;

/** What the value of a schema keyword is, in OpenAPI 3.0, 3.1 and JSON Schema 2020-12. */
enum Keyword {
  /** A value that is kept as it is. */
  PLAIN,
  /** The name of a type, or several. */
  TYPE,
  /** A schema. */
  SCHEMA,
  /** A list of schemas. */
  SCHEMAS,
  /** Schemas by name. */
  NAMED_SCHEMAS,
  /** Names of properties. */
  NAMES,
  /** A number, or OpenAPI 3.0's boolean beside the number. */
  EXCLUSIVE_LIMIT,
  /** Says nothing about which values are valid. */
  ANNOTATION,
  /** Concerns the schema as a whole. */
  REFERENCE,
  UNKNOWN;

  private static final Set<String> PLAINS =
      Set.of(
          "enum",
          "const",
          "format",
          "description",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minContains",
          "maxContains",
          "minProperties",
          "maxProperties",
          "dependentRequired",
          "contentEncoding",
          "contentMediaType");
  private static final Set<String> SCHEMA_VALUES =
      Set.of(
          "items",
          "additionalProperties",
          "not",
          "contains",
          "propertyNames",
          "if",
          "then",
          "else",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");
  private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> SCHEMA_MAPS =
      Set.of("properties", "patternProperties", "dependentSchemas");
  private static final Set<String> REFERENCES = Set.of("$ref", "$recursiveRef", "nullable");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "default",
          "example",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "xml",
          "externalDocs",
          "discriminator",
          "$recursiveAnchor",
          "$comment");

  static Keyword kind(String keyword) {
    if (keyword.equals("type")) {
      return TYPE;
    }
    if (PLAINS.contains(keyword)) {
      return PLAIN;
    }
    if (SCHEMA_VALUES.contains(keyword)) {
      return SCHEMA;
    }
    if (SCHEMA_LISTS.contains(keyword)) {
      return SCHEMAS;
    }
    if (SCHEMA_MAPS.contains(keyword)) {
      return NAMED_SCHEMAS;
    }
    if (keyword.equals("required")) {
      return NAMES;
    }
    if (keyword.equals("exclusiveMinimum") || keyword.equals("exclusiveMaximum")) {
      return EXCLUSIVE_LIMIT;
    }
    if (ANNOTATIONS.contains(keyword) || keyword.startsWith("x-")) {
      return ANNOTATION;
    }
    return REFERENCES.contains(keyword) ? REFERENCE : UNKNOWN;
  }
}
