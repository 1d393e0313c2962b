package org.articlepipeline.index.indices;

import java.util.List;

/** The live index is not what this version writes to. Nothing was changed. */
public final class MappingRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MappingRefusedException(String index, List<String> differences) {
    super(
        "index %s has another mapping than this version needs; rebuild it or run the version that made it. Differences: %s"
            .formatted(index, String.join("; ", differences)));
  }
}
