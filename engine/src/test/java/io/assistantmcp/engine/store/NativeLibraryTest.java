package io.assistantmcp.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** Where the driver is told to look for SQLite. */
class NativeLibraryTest {

  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  @TempDir Path cache;
  private final Map<String, @Nullable String> before = new HashMap<>();

  @BeforeEach
  void forget() {
    for (String name : new String[] {PATH, NAME}) {
      before.put(name, System.getProperty(name));
      System.clearProperty(name);
    }
  }

  @AfterEach
  void restore() {
    before.forEach(
        (name, value) -> {
          System.clearProperty(name);
          if (value != null) {
            System.setProperty(name, value);
          }
        });
  }

  @Test
  void isUnpackedOnceForItsUserAlone() throws Exception {
    NativeLibrary library = new NativeLibrary(cache.resolve("not/there"));
    library.show();
    Path file = Path.of(System.getProperty(PATH), System.getProperty(NAME));
    assertThat(file).hasParent(library.folder()).hasBinaryContent(packed());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library.folder())))
        .isEqualTo("rwx------");
    assertThat(library.cache())
        .as("nothing is left of the work")
        .isDirectoryNotContaining(path -> !path.equals(library.folder()));

    FileTime unpacked = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, unpacked);
    System.clearProperty(PATH);
    library.show();
    assertThat(System.getProperty(PATH)).isEqualTo(library.folder().toString());
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(unpacked);
  }

  @Test
  void isNotUsedWhereOthersCouldHavePutIt() throws Exception {
    NativeLibrary library = new NativeLibrary(cache);
    library.show();
    System.clearProperty(PATH);
    Files.setPosixFilePermissions(library.folder(), PosixFilePermissions.fromString("rwxrwx---"));
    library.show();
    assertThat(System.getProperty(PATH)).isNull();
  }

  @Test
  void isNotUsedWhenTheFolderIsALinkToAnother() throws Exception {
    NativeLibrary elsewhere = new NativeLibrary(cache.resolve("elsewhere"));
    elsewhere.show();
    System.clearProperty(PATH);
    NativeLibrary library = new NativeLibrary(cache.resolve("here"));
    Files.createDirectory(library.cache());
    Files.createSymbolicLink(library.folder(), elsewhere.folder());
    library.show();
    assertThat(System.getProperty(PATH)).isNull();
  }

  @Test
  void isLeftToTheDriverWhereNothingCanBeKept() throws Exception {
    new NativeLibrary(Files.writeString(cache.resolve("file"), "")).show();
    assertThat(System.getProperty(PATH)).isNull();
  }

  @Test
  void isLeftWhereSomebodyHasPutIt() {
    System.setProperty(PATH, "/opt/sqlite");
    new NativeLibrary(cache).show();
    assertThat(System.getProperty(PATH)).isEqualTo("/opt/sqlite");
    assertThat(cache).isEmptyDirectory();
  }

  private static byte[] packed() throws Exception {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (var stream = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      return stream.readAllBytes();
    }
  }
}
