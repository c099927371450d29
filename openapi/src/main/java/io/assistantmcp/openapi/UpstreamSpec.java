package io.assistantmcp.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.assistantmcp.openapi.document.JsonPointer;
import io.assistantmcp.openapi.document.Problem;
import io.assistantmcp.openapi.document.SpecDocument;
import io.assistantmcp.openapi.document.SpecException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A whole OpenAPI document as it was published.
 *
 * @param document its tree
 * @param source where it came from: its URL, or the bare name of its file
 * @param sha256 of its bytes, unpacked
 * @param etag what its server calls this version of it, if it does
 */
public record UpstreamSpec(
    SpecDocument document, String source, String sha256, Optional<String> etag) {

  private static final int LIMIT = 64 << 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern VERSION = Pattern.compile("3\\.[01]\\.[0-9]+.*");

  /** Reads a file or an http(s) URL, either of which may be gzipped. */
  public static UpstreamSpec read(String location) throws SpecException {
    return isUrl(location)
        ? parse(location, location, download(location, Optional.empty()).orElseThrow())
        : parse(
            location,
            Path.of(location).getFileName().toString(),
            new Download.Body(load(location), Optional.empty()));
  }

  /** Reads a URL, unless its server says that it still has this version there. */
  public static Optional<UpstreamSpec> readNewer(String url, String etag) throws SpecException {
    Optional<Download.Body> body = download(url, Optional.of(etag));
    return body.isEmpty() ? Optional.empty() : Optional.of(parse(url, url, body.get()));
  }

  private static UpstreamSpec parse(String location, String source, Download.Body body)
      throws SpecException {
    byte[] bytes = unpack(location, body.bytes());
    if (bytes.length > LIMIT) {
      throw failure(location, "is larger than 64 MiB", "give the OpenAPI document alone");
    }
    if (isMarkup(bytes)) {
      throw failure(location, "is a web page or XML", "give the address of the raw document");
    }
    SpecDocument document = SpecDocument.parse(location, bytes);
    checkVersion(document);
    return new UpstreamSpec(document, source, Hash.sha256(bytes), body.etag());
  }

  private static boolean isMarkup(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && Character.isWhitespace(bytes[start])) {
      start++;
    }
    return start < bytes.length && bytes[start] == '<';
  }

  public static boolean isUrl(String location) {
    return location.matches("https?://.+");
  }

  private static Optional<Download.Body> download(String location, Optional<String> etag)
      throws SpecException {
    URI address;
    try {
      address = URI.create(location);
    } catch (IllegalArgumentException e) {
      throw failure(location, "is no valid URL: " + e.getMessage(), "correct it");
    }
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw failure(location, "must name a host, and no user", "correct the URL");
    }
    return new Download(address, etag, LIMIT, TIMEOUT).body();
  }

  private static byte[] load(String location) throws SpecException {
    try (InputStream file = Files.newInputStream(Path.of(location))) {
      return file.readNBytes(LIMIT + 1);
    } catch (NoSuchFileException e) {
      throw failure(location, "is not there", "check the path");
    } catch (IOException e) {
      throw failure(location, "cannot be read: " + e.getMessage(), "check the file");
    }
  }

  private static byte[] unpack(String location, byte[] bytes) throws SpecException {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return unpacked.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw failure(location, "cannot be unpacked: " + e.getMessage(), "fetch it again");
    }
  }

  private static void checkVersion(SpecDocument document) throws SpecException {
    JsonObject tree = document.tree();
    JsonElement version = tree.has("openapi") ? tree.get("openapi") : tree.get("swagger");
    if (version == null || !version.isJsonPrimitive()) {
      throw failure(document.name(), "is no OpenAPI document", "give one of version 3.0 or 3.1");
    }
    if (tree.has("swagger") || !VERSION.matcher(version.getAsString()).matches()) {
      throw new SpecException(
          document.problem(
              JsonPointer.of(tree.has("openapi") ? "openapi" : "swagger"),
              "is OpenAPI " + version.getAsString(),
              "give a document of version 3.0 or 3.1"));
    }
    if (!(tree.get("paths") instanceof JsonObject)) {
      throw failure(document.name(), "has no paths", "give a document with operations");
    }
  }

  private static SpecException failure(String location, String message, String cure) {
    return new SpecException(Problem.of(location, message, cure));
  }
}
