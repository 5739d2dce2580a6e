module consumer {
    requires dev.remit;
}
