package org.articlepipeline.embedded.elasticsearch;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.IndexModule;
import org.elasticsearch.index.shard.IndexEventListener;
import org.elasticsearch.index.shard.IndexShard;
import org.elasticsearch.index.shard.IndexShardState;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.threadpool.ThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Elasticsearch keeps what was deleted or replaced for replicas that were away, and looks each half
 * minute whether it still must. A lone node has no replicas; it looks each second, since whoever
 * tests that content is gone would wait for nothing else. (The index setting for this is not among
 * those that Elasticsearch's clients can read.)
 */
public final class SoonGone extends Plugin {
  private static final TimeValue INTERVAL = TimeValue.timeValueSeconds(1);

  private volatile @Nullable ThreadPool threads;

  @Override
  public Collection<?> createComponents(PluginServices services) {
    threads = services.threadPool();
    return List.of();
  }

  @Override
  public void onIndexModule(IndexModule index) {
    index.addIndexEventListener(
        new IndexEventListener() {
          @Override
          public void afterIndexShardStarted(IndexShard shard) {
            lookLater(shard);
          }
        });
  }

  private void lookLater(IndexShard shard) {
    ThreadPool pool = Objects.requireNonNull(threads);
    var executor = pool.executor(ThreadPool.Names.MANAGEMENT);
    pool.scheduleUnlessShuttingDown(
        INTERVAL,
        executor,
        () -> {
          if (shard.state() == IndexShardState.STARTED) {
            // What refuses this, such as a shard that is being closed, does so again and elsewhere.
            shard.runUnderPrimaryPermit(shard::syncRetentionLeases, refused -> {}, executor);
            lookLater(shard);
          }
        });
  }
}
