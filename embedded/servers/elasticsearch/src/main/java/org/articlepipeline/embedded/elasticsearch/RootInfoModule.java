package org.articlepipeline.embedded.elasticsearch;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * {@code GET /} and {@code HEAD /}: clients ask them for the version, and the module that answers
 * is not among the released jars.
 */
public final class RootInfoModule extends Plugin implements ActionPlugin {
  private final RootInfo handler = new RootInfo();

  @Override
  public Collection<?> createComponents(PluginServices services) {
    handler.cluster = services.clusterService();
    return List.of();
  }

  @Override
  public Collection<RestHandler> getRestHandlers(
      RestHandlersServices services,
      Supplier<DiscoveryNodes> nodesInCluster,
      Predicate<NodeFeature> clusterSupportsFeature) {
    return List.of(handler);
  }
}
