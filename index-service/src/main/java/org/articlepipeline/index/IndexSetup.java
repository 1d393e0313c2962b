package org.articlepipeline.index;

import java.util.List;
import java.util.Map;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.ArticleIndex;
import org.articlepipeline.index.indices.IndexDefinition;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.indices.MappingRefusedException;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.index.write.GroupOffsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an index needs before it is written: that it is there, and is what this version writes. */
record IndexSetup(
    ArticleIndex indices,
    ArticleAliases aliases,
    IndexStateStore states,
    TaskStore tasks,
    GroupOffsets offsets) {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSetup.class);

  /**
   * Brings the index about when it is the one that readers see; doing it again changes nothing.
   *
   * @throws MappingRefusedException when the index has another mapping than this version's; then
   *     nothing was changed
   * @throws IllegalStateException when it is not to be written
   */
  void prepare(String index) {
    IndexState state = states.find().orElseThrow(() -> notWritten(index));
    IndexState.Entry entry = state.entry(index).orElseThrow(() -> notWritten(index));
    boolean serves = entry.role() == IndexState.Role.SERVING;
    if (!indices.exists(index)) {
      if (!serves) {
        throw new IllegalStateException("index %s was deleted".formatted(index));
      }
      make(entry);
    }
    indices.requireMapping(index);
    if (serves && state.hold() == null) {
      aliases.requireServing(index);
    }
    if (entry.role() != IndexState.Role.FILLING) {
      List<String> others = indices.otherSettings(index);
      if (!others.isEmpty()) {
        LOG.atWarn()
            .addKeyValue("index", index)
            .log(
                "index has other settings than are configured; change them there or rebuild it: {}",
                String.join("; ", others));
      }
    }
  }

  /** It will be empty, so whatever its group had read is read again, but not told again. */
  private void make(IndexState.Entry entry) {
    String index = entry.name();
    String group = IndexNames.consumerGroup(index);
    Map<Integer, Long> told = offsets.positions(group);
    if (!told.isEmpty()) {
      states.update(state -> state.againFrom(index, told));
    }
    offsets.forget(group);
    indices.createServing(index, definition(entry));
  }

  private IndexDefinition definition(IndexState.Entry entry) {
    String madeBy = entry.madeBy();
    return madeBy == null
        ? IndexDefinition.ours()
        : tasks
            .find(madeBy)
            .map(IndexTask::mapping)
            .map(IndexDefinition::parse)
            .orElseGet(IndexDefinition::ours);
  }

  private static IllegalStateException notWritten(String index) {
    return new IllegalStateException("index %s is no longer written".formatted(index));
  }
}
