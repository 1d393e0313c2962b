package org.elasticsearch.node;

import java.util.List;
import java.util.Map;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * A real node whose plugins come from the ordinary class path. It lives in Elasticsearch's package
 * because the constructor's {@code NodeServiceProvider} is package-private.
 */
public final class ClassPathNode extends Node {
  public ClassPathNode(Settings settings, List<Class<? extends Plugin>> plugins) {
    super(
        NodeConstruction.prepareConstruction(environment(settings), null, provider(plugins), true));
  }

  private static Environment environment(Settings settings) {
    return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "embedded");
  }

  private static NodeServiceProvider provider(List<Class<? extends Plugin>> plugins) {
    return new NodeServiceProvider() {
      @Override
      PluginsService newPluginService(Environment environment, PluginsLoader ignored) {
        return new ClassPathPlugins(environment, plugins);
      }
    };
  }

  /** The listener only feeds a column of the distribution's own log layout. */
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}
}
