package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.env.Environment;

/**
 * Loads plugins by class instead of from a distribution's folders. It lives in Elasticsearch's
 * package because {@code LoadedPlugin} is package-private.
 */
public final class ClassPathPlugins extends PluginsService {
  private final List<LoadedPlugin> loaded;

  public ClassPathPlugins(Environment environment, List<Class<? extends Plugin>> classes) {
    super(
        environment.settings(),
        environment.configDir(),
        PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false));
    loaded = classes.stream().map(type -> load(environment, type)).toList();
  }

  private LoadedPlugin load(Environment environment, Class<? extends Plugin> type) {
    var descriptor =
        new PluginDescriptor(
            type.getName(),
            "on the class path",
            "NA",
            Build.current().version(),
            Integer.toString(Runtime.version().feature()),
            type.getName(),
            null,
            List.of(),
            false,
            false,
            false,
            false,
            null);
    Plugin plugin = loadPlugin(type, environment.settings(), environment.configDir());
    return new LoadedPlugin(descriptor, plugin, type.getClassLoader());
  }

  @Override
  protected List<LoadedPlugin> plugins() {
    return loaded;
  }

  /** Nothing was installed, and the inherited answer would read folders that do not exist. */
  @Override
  public PluginsAndModules info() {
    return new PluginsAndModules(List.of(), List.of());
  }
}
