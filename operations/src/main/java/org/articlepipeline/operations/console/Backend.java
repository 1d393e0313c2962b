package org.articlepipeline.operations.console;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;

/**
 * The servers of the pipeline. These connections give up soon, since somebody waits; what takes
 * long opens its own.
 */
record Backend(
    OperationsConfig config,
    ElasticsearchConnection elasticsearch,
    KafkaClients clients,
    Admin admin,
    LagReader lags)
    implements AutoCloseable {

  static Backend connect(OperationsConfig config) {
    var clients = new KafkaClients(config);
    Admin admin = clients.admin((int) Questions.PATIENCE.toMillis());
    return new Backend(
        config,
        ElasticsearchConnection.open(config.elasticsearch(), Questions.PATIENCE),
        clients,
        admin,
        new LagReader(admin, clients.byteConsumer()));
  }

  /** For what takes longer than somebody waits for a page. */
  ElasticsearchConnection patientElasticsearch() {
    return ElasticsearchConnection.open(config.elasticsearch());
  }

  @Override
  public void close() {
    elasticsearch.close();
    admin.close(Duration.ZERO);
    lags.close();
  }
}
