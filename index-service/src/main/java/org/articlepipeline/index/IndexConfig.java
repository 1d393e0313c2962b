package org.articlepipeline.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.articlepipeline.index.audit.AuditConfig;
import org.articlepipeline.index.audit.GateConfig;
import org.articlepipeline.index.elasticsearch.ElasticsearchConfig;
import org.articlepipeline.platform.CanaryConfig;
import org.articlepipeline.platform.HttpConfig;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;

/** Configuration of the index service. */
@ConfigMapping(prefix = "articles")
public interface IndexConfig {
  KafkaConfig kafka();

  RegistryConfig registry();

  HttpConfig http();

  ElasticsearchConfig elasticsearch();

  Index index();

  Journal journal();

  AuditConfig audit();

  GateConfig gate();

  CanaryConfig canary();

  /** How articles are written. */
  interface Index {
    /** Bytes of documents in one bulk. */
    @WithDefault("5242880")
    long bulkBytes();

    /** Documents in one bulk. */
    @WithDefault("1000")
    int bulkCount();

    /** Bulks that may wait for an answer at once. */
    @WithDefault("3")
    int bulksInFlight();

    /** Bytes of records and documents above which no more is read. */
    @WithDefault("67108864")
    long heldBytes();

    @WithDefault("1")
    int shards();

    @WithDefault("0")
    int replicas();

    /** How soon what is written is found; for an index that is made. */
    @WithDefault("1s")
    String refreshInterval();

    /** How long stubs of articles that may not be seen stay in the index, in ISO 8601. */
    @WithDefault("P60D")
    Duration stubGrace();

    /** How often Lucene drops the words of what was replaced, in ISO 8601; PT0S for never. */
    @WithDefault("P1D")
    Duration expungeInterval();
  }

  /** Whether and for how long receipts and dead letters are searchable. */
  interface Journal {
    @WithDefault("true")
    boolean enabled();

    @WithDefault("7")
    int receiptDays();

    @WithDefault("30")
    int deadLetterDays();
  }
}
