package io.assistantmcp.codegen;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.assistantmcp.codegen.render.GeneratedFile;
import io.assistantmcp.tool.McpTool;
import io.assistantmcp.tool.ToolArguments;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;

/**
 * An API that has nothing to do with OpenAI's, from its document to tools that call a server: cut
 * and given a client by the build, compiled here.
 */
final class Harbour implements AutoCloseable {

  /** What the build made of the document. */
  static final Path BUILT = Path.of("target/harbour");

  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL).create();

  private final MockWebServer server = new MockWebServer();
  private final URLClassLoader classes;
  private final List<McpTool> tools;
  private final String defaultToolsets;

  Harbour(Path folder) throws Exception {
    server.start();
    Compilation compilation = new Compilation(folder);
    addClient(compilation);
    List<GeneratedFile> files = generate();
    for (GeneratedFile file : files) {
      if (file.kind() == GeneratedFile.Kind.SOURCE) {
        compilation.add("harbour.tools." + file.name(), file.content());
      }
    }
    List<String> complaints = compilation.run(List.of("-proc:none", "-nowarn"));
    if (complaints.stream().anyMatch(line -> line.startsWith("ERROR"))) {
      throw new AssertionError(String.join("\n", complaints));
    }
    for (GeneratedFile file : files) {
      if (file.kind() == GeneratedFile.Kind.RESOURCE) {
        Path resource = compilation.classes().resolve("harbour/tools").resolve(file.name());
        Files.writeString(resource, file.content());
      }
    }
    classes = new URLClassLoader(new URL[] {compilation.classes().toUri().toURL()});
    Object api = api();
    Supplier<Object> supplier = () -> api;
    Class<?> catalog = classes.loadClass("harbour.tools.ToolCatalog");
    List<?> all = (List<?>) catalog.getMethod("tools", Supplier.class).invoke(null, supplier);
    tools = all.stream().map(McpTool.class::cast).toList();
    defaultToolsets = (String) catalog.getField("DEFAULT_TOOLSETS").get(null);
  }

  static List<GeneratedFile> generate() throws Exception {
    return new ToolGenerator("harbour.tools", "harbour.client.api.HarbourApi")
        .generate("slice.yaml", Files.readString(BUILT.resolve("slice.yaml")));
  }

  private static void addClient(Compilation compilation) throws IOException {
    Path sources = BUILT.resolve("client/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = sources.relativize(file).toString().replace(".java", "").replace('/', '.');
        compilation.add(name, Files.readString(file));
      }
    }
  }

  /** The client, pointed at the server by its variables, with both kinds of credentials. */
  private Object api() throws Exception {
    Class<?> type = classes.loadClass("harbour.client.ApiClient");
    Object client = type.getConstructor().newInstance();
    Map<String, String> variables =
        Map.of("host", "127.0.0.1", "port", Integer.toString(server.getPort()), "office", "south");
    type.getMethod("setServerVariables", Map.class).invoke(client, variables);
    type.getMethod("setApiKey", String.class).invoke(client, "office-key");
    type.getMethod("setUsername", String.class).invoke(client, "clerk");
    type.getMethod("setPassword", String.class).invoke(client, "pass");
    return classes
        .loadClass("harbour.client.api.HarbourApi")
        .getConstructor(type)
        .newInstance(client);
  }

  List<McpTool> tools() {
    return tools;
  }

  String defaultToolsets() {
    return defaultToolsets;
  }

  McpTool tool(String name) {
    return tools.stream()
        .filter(tool -> tool.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Calls a tool, and gives the request that the server got. */
  RecordedRequest call(String name, String arguments) throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    Map<String, Object> values = GSON.fromJson(arguments, new TypeToken<>() {});
    try (Response response = tool(name).newCall(new ToolArguments(values)).execute()) {
      if (response.code() != 204) {
        throw new AssertionError(response);
      }
    }
    return server.takeRequest();
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    classes.close();
    server.close();
  }
}
