/** Access policies as data: loaded, checked, decided and explained. */
module dev.remit {
    requires static transitive org.jspecify;
    requires static info.picocli;
    requires com.fasterxml.jackson.databind;
    requires org.yaml.snakeyaml;
}
