package ma.jazari.k8s;

import java.nio.file.Path;

/** A way to deploy the registry to a cluster; its resources are committed as {@code kubectl kustomize} renders them. */
enum Overlay {
    DEV("dev"),
    PRODUCTION("production");

    private final String name;

    Overlay(String name) {
        this.name = name;
    }

    Path folder() {
        return Path.of("overlays", name);
    }

    Path rendered() {
        return Path.of("rendered", name + ".yaml");
    }
}
