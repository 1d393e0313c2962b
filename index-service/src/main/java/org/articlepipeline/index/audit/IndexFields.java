package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.PropertyBase;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** The fields of an index by their paths, each with its type. */
final class IndexFields {
  private IndexFields() {}

  /** Objects and multi-fields, too: {@code people}, {@code people.name}, {@code body.exact}. */
  static Map<String, String> of(ElasticsearchConnection elasticsearch, String index) {
    TypeMapping mapping =
        Objects.requireNonNull(
                elasticsearch
                    .call(client -> client.indices().getMapping(get -> get.index(index)))
                    .mappings()
                    .get(index),
                index)
            .mappings();
    Map<String, String> fields = new TreeMap<>();
    collect("", mapping.properties(), fields);
    return fields;
  }

  private static void collect(
      String prefix, Map<String, Property> properties, Map<String, String> fields) {
    properties.forEach(
        (name, property) -> {
          fields.put(prefix + name, type(property));
          if (property._get() instanceof PropertyBase base) {
            collect(prefix + name + ".", base.properties(), fields);
            collect(prefix + name + ".", base.fields(), fields);
          }
        });
  }

  private static String type(Property property) {
    String custom = property._customKind();
    return custom == null ? property._kind().jsonValue() : custom;
  }
}
