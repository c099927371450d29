package io.assistantmcp.server.call;

import java.util.stream.Stream;

/** What the tools send that are only served when asked for. */
final class OptionalExchanges {

  private OptionalExchanges() {}

  static Stream<Exchange> all() {
    return Stream.of(
        Exchange.of(
            "list_files",
            "plain",
            "{\"purpose\":\"assistants\",\"limit\":10000,\"order\":\"asc\",\"after\":\"file-1\"}",
            "GET /v1/files?purpose=assistants&limit=10000&order=asc&after=file-1"),
        Exchange.of("get_file", "plain", "{\"file_id\":\"file-1\"}", "GET /v1/files/file-1"),
        Exchange.of(
            "get_file_content",
            "plain",
            "{\"file_id\":\"file-1\"}",
            "GET /v1/files/file-1/content"),
        Exchange.of("delete_file", "plain", "{\"file_id\":\"file-1\"}", "DELETE /v1/files/file-1"),
        Exchange.of(
            "list_vector_stores",
            "plain",
            "{\"limit\":2,\"before\":\"vs_9\"}",
            "GET /v1/vector_stores?limit=2&before=vs_9"),
        Exchange.of(
            "get_vector_store",
            "plain",
            "{\"vector_store_id\":\"vs_1\"}",
            "GET /v1/vector_stores/vs_1"),
        Exchange.of(
            "delete_vector_store",
            "plain",
            "{\"vector_store_id\":\"vs_1\"}",
            "DELETE /v1/vector_stores/vs_1"),
        Exchange.of(
            "list_vector_store_files",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"filter\":\"completed\"}",
            "GET /v1/vector_stores/vs_1/files?filter=completed"),
        Exchange.of(
            "get_vector_store_file",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"file_id\":\"file-1\"}",
            "GET /v1/vector_stores/vs_1/files/file-1"),
        Exchange.of(
            "get_vector_store_file_content",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"file_id\":\"file-1\"}",
            "GET /v1/vector_stores/vs_1/files/file-1/content"),
        Exchange.of(
            "delete_vector_store_file",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"file_id\":\"file-1\"}",
            "DELETE /v1/vector_stores/vs_1/files/file-1"),
        Exchange.of(
            "get_vector_store_file_batch",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"batch_id\":\"vsfb_1\"}",
            "GET /v1/vector_stores/vs_1/file_batches/vsfb_1"),
        Exchange.of(
            "cancel_vector_store_file_batch",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"batch_id\":\"vsfb_1\"}",
            "POST /v1/vector_stores/vs_1/file_batches/vsfb_1/cancel"),
        Exchange.of(
            "list_vector_store_file_batch_files",
            "plain",
            "{\"vector_store_id\":\"vs_1\",\"batch_id\":\"vsfb_1\",\"filter\":\"failed\"}",
            "GET /v1/vector_stores/vs_1/file_batches/vsfb_1/files?filter=failed"),
        new Exchange(
            "create_vector_store",
            "static chunks",
            "{\"name\":\"Manuals\",\"expires_after\":{\"anchor\":\"last_active_at\",\"days\":7},\"chunking_strategy\":{\"type\":\"static\",\"static\":{\"max_chunk_size_tokens\":800,\"chunk_overlap_tokens\":400}}}",
            "POST /v1/vector_stores",
            "{\"name\":\"Manuals\",\"expires_after\":{\"anchor\":\"last_active_at\",\"days\":7},\"chunking_strategy\":{\"type\":\"static\",\"static\":{\"max_chunk_size_tokens\":800,\"chunk_overlap_tokens\":400}}}"),
        new Exchange(
            "modify_vector_store",
            "null clears",
            "{\"vector_store_id\":\"vs_1\",\"name\":null,\"expires_after\":null}",
            "POST /v1/vector_stores/vs_1",
            "{\"name\":null,\"expires_after\":null}"),
        new Exchange(
            "create_vector_store_file",
            "attributes of every kind",
            "{\"vector_store_id\":\"vs_1\",\"file_id\":\"file-1\",\"attributes\":{\"year\":2026,\"draft\":false,\"team\":\"docs\"}}",
            "POST /v1/vector_stores/vs_1/files",
            "{\"file_id\":\"file-1\",\"attributes\":{\"year\":2026,\"draft\":false,\"team\":\"docs\"}}"),
        new Exchange(
            "modify_vector_store_file",
            "attributes",
            "{\"vector_store_id\":\"vs_1\",\"file_id\":\"file-1\",\"attributes\":{\"year\":2027}}",
            "POST /v1/vector_stores/vs_1/files/file-1",
            "{\"attributes\":{\"year\":2027}}"),
        new Exchange(
            "create_vector_store_file_batch",
            "ids",
            "{\"vector_store_id\":\"vs_1\",\"file_ids\":[\"file-1\",\"file-2\"]}",
            "POST /v1/vector_stores/vs_1/file_batches",
            "{\"file_ids\":[\"file-1\",\"file-2\"]}"),
        new Exchange(
            "create_vector_store_file_batch",
            "files",
            "{\"vector_store_id\":\"vs_1\",\"files\":[{\"file_id\":\"file-1\",\"attributes\":{\"a\":\"b\"}}]}",
            "POST /v1/vector_stores/vs_1/file_batches",
            "{\"files\":[{\"file_id\":\"file-1\",\"attributes\":{\"a\":\"b\"}}]}"),
        new Exchange(
            "search_vector_store",
            "nested filters",
            "{\"vector_store_id\":\"vs_1\",\"query\":[\"how\",\"why\"],\"filters\":{\"type\":\"and\",\"filters\":[{\"type\":\"eq\",\"key\":\"a\",\"value\":1},{\"type\":\"or\",\"filters\":[{\"type\":\"eq\",\"key\":\"b\",\"value\":true},{\"type\":\"and\",\"filters\":[{\"type\":\"eq\",\"key\":\"c\",\"value\":\"x\"},{\"type\":\"or\",\"filters\":[]}]}]}]},\"max_num_results\":5}",
            "POST /v1/vector_stores/vs_1/search",
            "{\"query\":[\"how\",\"why\"],\"filters\":{\"type\":\"and\",\"filters\":[{\"type\":\"eq\",\"key\":\"a\",\"value\":1},{\"type\":\"or\",\"filters\":[{\"type\":\"eq\",\"key\":\"b\",\"value\":true},{\"type\":\"and\",\"filters\":[{\"type\":\"eq\",\"key\":\"c\",\"value\":\"x\"},{\"type\":\"or\",\"filters\":[]}]}]}]},\"max_num_results\":5}"));
  }
}
