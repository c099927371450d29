package io.assistantmcp.upstream;

import io.assistantmcp.openapi.Pipeline;
import io.assistantmcp.openapi.Remainder;
import io.assistantmcp.openapi.UpstreamSpec;
import io.assistantmcp.openapi.document.Problems;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import io.assistantmcp.upstream.report.Comparison;
import io.assistantmcp.upstream.report.Frozen;
import io.assistantmcp.upstream.report.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what a document changes. Reads the project, and writes nothing. */
final class Following {

  static final String SLICE = "openapi/assistants.yaml";
  static final String LOCK = "openapi/upstream.lock";

  private final Path root;
  private final String today;
  private final UpstreamLock lock;

  /**
   * @param today the date to record, as yyyy-mm-dd
   */
  Following(Path root, String today) {
    this.root = root;
    this.today = today;
    this.lock = UpstreamLock.read(root.resolve(LOCK));
  }

  /**
   * Fetches or reads the document and compares it.
   *
   * @return nothing if there is nothing new
   * @throws SpecException with all that is wrong with the document or the project's files
   */
  Optional<Update> update(Order order) throws SpecException {
    Problems problems = new Problems();
    var operations =
        problems.collect(() -> SpecDocument.read(root.resolve("openapi/operations.yaml")));
    var overlay = problems.collect(() -> SpecDocument.read(root.resolve("openapi/overlay.yaml")));
    problems.throwIfAny();
    Pipeline pipeline = new Pipeline(operations.orElseThrow(), overlay.orElseThrow());
    Path file = root.resolve(SLICE);
    Optional<SpecDocument> slice =
        Files.exists(file) ? Optional.of(SpecDocument.read(file)) : Optional.empty();
    Optional<UpstreamSpec> document = document(order, slice, pipeline);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    Origin origin = origin(order.source().orElse(document.get().source()), document.get().sha256());
    return slice.isPresent()
        ? follow(pipeline, slice.get(), document.get(), origin)
        : Optional.of(first(pipeline, document.get(), origin));
  }

  /** Asks for a newer version only, but if an edit waits for the document, for any. */
  private Optional<UpstreamSpec> document(
      Order order, Optional<SpecDocument> slice, Pipeline pipeline) throws SpecException {
    String location = order.document().orElse(lock.url());
    boolean known =
        lock.etag().isPresent()
            && location.equals(lock.url())
            && slice.isPresent()
            && isFresh(slice.get(), pipeline);
    return known
        ? UpstreamSpec.readNewer(location, lock.etag().get())
        : Optional.of(UpstreamSpec.read(location));
  }

  private boolean isFresh(SpecDocument slice, Pipeline pipeline) {
    try {
      return pipeline.refresh(slice).equals(Text.of(root.resolve(SLICE)));
    } catch (SpecException e) {
      return false; // Whatever is wrong with it is told once there is a document.
    }
  }

  /** The document's origin, dated as before if it is the one that was last looked at. */
  private Origin origin(String source, String sha256) {
    Origin last = lock.frozen().map(Frozen::since).orElse(lock.origin());
    return new Origin(source, last.sha256().equals(sha256) ? last.date() : today, sha256);
  }

  private Update first(Pipeline pipeline, UpstreamSpec document, Origin origin)
      throws SpecException {
    String slice = pipeline.slice(document.document());
    Remainder outside = Remainder.of(document.document(), parsed(slice).tree());
    return new Update(Optional.empty(), files(slice, origin, document, outside, Optional.empty()));
  }

  private Optional<Update> follow(
      Pipeline pipeline, SpecDocument slice, UpstreamSpec document, Origin origin)
      throws SpecException {
    Set<String> gone = pipeline.gone(document.document(), slice);
    Pipeline.Following next = pipeline.follow(document.document(), slice, gone);
    Remainder outside = Remainder.of(document.document(), slice.tree());
    Optional<Frozen> frozen = frozen(gone, origin);
    String text = frozen.isPresent() ? Text.of(root.resolve(SLICE)) : next.slice();
    if (text.equals(Text.of(root.resolve(SLICE))) && lock.seen().equals(document.sha256())) {
      return Optional.empty();
    }
    Comparison comparison =
        new Comparison(
            lock.origin(),
            origin,
            slice,
            parsed(next.slice()),
            document.document(),
            pipeline.watched(),
            next.misses(),
            frozen,
            lock.outside(),
            outside);
    return Optional.of(
        new Update(
            Optional.of(comparison.report()), files(text, origin, document, outside, frozen)));
  }

  private Optional<Frozen> frozen(Set<String> gone, Origin origin) {
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    boolean known =
        lock.frozen().filter(it -> Set.copyOf(it.operations()).equals(gone)).isPresent();
    return known ? lock.frozen() : Optional.of(new Frozen(origin, List.copyOf(gone)));
  }

  private Map<String, String> files(
      String slice,
      Origin origin,
      UpstreamSpec document,
      Remainder outside,
      Optional<Frozen> frozen) {
    UpstreamLock next =
        new UpstreamLock(
            lock.url(),
            frozen.isPresent() ? lock.origin() : origin,
            document.source().equals(lock.url()) ? document.etag() : Optional.empty(),
            Optional.of(outside),
            frozen,
            document.sha256());
    Map<String, String> files = new LinkedHashMap<>();
    files.put(SLICE, slice);
    files.put(LOCK, next.text());
    return files;
  }

  private static SpecDocument parsed(String slice) throws SpecException {
    return SpecDocument.parse(SLICE, slice);
  }
}
