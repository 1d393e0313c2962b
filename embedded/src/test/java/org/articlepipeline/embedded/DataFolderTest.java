package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void makesTheFolderAndLeavesNothingInIt() {
    Path made = DataFolder.prepare(folder.resolve("a/b"));
    assertThat(made).isAbsolute().isEmptyDirectory();
  }

  @Test
  void refusesADiskWithTooLittleRoom() {
    assertThatThrownBy(() -> DataFolder.prepare(folder, Long.MAX_VALUE))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("the disk of " + folder + " is full: ")
        .hasMessageEndingWith("Make room, or choose another folder.");
  }

  @Test
  void refusesAPlaceThatCannotBeWrittenTo() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataFolder.prepare(file))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith(file + " cannot be written to")
        .hasMessageEndingWith("Choose another folder.");
  }
}
