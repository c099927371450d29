package io.assistantmcp.engine.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, kept where it was unpacked once. Its driver would unpack it at every start,
 * compare it byte by byte and run other programs to learn what system this is, which takes longer
 * than all the rest of opening a database.
 *
 * @param cache the user's folder for what can be made again
 */
record NativeLibrary(Path cache) {

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  /** The one in the folder where the launcher keeps its archives, too. */
  static NativeLibrary ofUser() {
    Path given = Path.of(Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), ""));
    Path cache =
        given.isAbsolute() ? given : Path.of(System.getProperty("user.home", ""), ".cache");
    return new NativeLibrary(cache.toAbsolutePath().resolve("openai-assistant-mcp"));
  }

  /** Shows it to the driver, unless somebody has shown it another. Without, the driver unpacks. */
  void show() {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    try {
      Path folder = folder();
      if (!isThere(folder)) {
        unpack(name, folder);
      }
      System.setProperty(NAME, name);
      System.setProperty(PATH, folder.toString());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("SQLite is unpacked for this process alone", e);
    }
  }

  Path folder() {
    String system = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    return cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + system);
  }

  /** A library is code, so one that another user could have put there is not used. */
  private static boolean isThere(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    PosixFileAttributes found =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean own = found.owner().getName().equals(System.getProperty("user.name"));
    if (!own || !PosixFilePermissions.toString(found.permissions()).equals("rwx------")) {
      throw new IOException("%s is not this user's alone".formatted(folder));
    }
    return true;
  }

  /** The folder appears whole, by a rename. */
  private void unpack(String name, Path folder) throws IOException {
    Files.createDirectories(cache);
    Path unfinished = Files.createTempDirectory(cache, "unpacking");
    Path file = unfinished.resolve(name);
    try {
      String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
      try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource);
          FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
        if (packed == null) {
          throw new IOException("There is no %s".formatted(resource));
        }
        packed.transferTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!isThere(folder)) { // Another process may have been quicker.
        throw e;
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(unfinished);
    }
  }
}
