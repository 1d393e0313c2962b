package org.articlepipeline.embedded.elasticsearch;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/** Answers with the shape that Elasticsearch's clients read: names, cluster id, version. */
final class RootInfo extends BaseRestHandler {
  /** Set before the node takes requests; handlers are made before the cluster service is. */
  volatile @Nullable ClusterService cluster;

  @Override
  public String getName() {
    return "root_info";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/"), new Route(Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        channel.sendResponse(new RestResponse(RestStatus.OK, write(channel.newBuilder())));
  }

  private XContentBuilder write(XContentBuilder json) throws IOException {
    Build build = Build.current();
    return json.startObject()
        .field("name", cluster.getNodeName())
        .field("cluster_name", cluster.getClusterName().value())
        .field("cluster_uuid", cluster.state().metadata().clusterUUID())
        .startObject("version")
        .field("number", build.version())
        .field("build_flavor", build.flavor())
        .field("build_type", "embedded")
        .field("build_hash", build.hash())
        .field("build_date", build.date())
        .field("build_snapshot", build.isSnapshot())
        .field("lucene_version", Version.LATEST.toString())
        .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
        .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
        .endObject()
        .field("tagline", "You Know, for Search")
        .endObject();
  }
}
