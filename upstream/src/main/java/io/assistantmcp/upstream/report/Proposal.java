package io.assistantmcp.upstream.report;

/**
 * An operation that could become a tool.
 *
 * @param id its operationId
 * @param place its method and path
 * @param entry what to paste into operations.yaml
 * @param target the overlay's target for its sentence
 */
public record Proposal(String id, String place, String entry, String target) {}
