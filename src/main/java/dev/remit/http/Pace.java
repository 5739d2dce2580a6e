package dev.remit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that closes connections whose client takes too long in all for the header of a request, for its body, or for one line
 * of a stream. That a connection is silent for long is Jetty's to see; a client that sends a byte now and then is not.
 */
final class Pace extends ServerConnector {
    private static final long LOOK_MILLIS = 250;

    private final long headerNanos;
    private final long bodyNanos;

    Pace(Server server, Duration headerTime, Duration bodyTime, ConnectionFactory... factories) {
        super(server, 1, 1, factories);
        headerNanos = headerTime.toNanos();
        bodyNanos = bodyTime.toNanos();
    }

    /** What a client is about. */
    private enum Phase {
        /** It has nothing to send. */
        AT_REST,
        /** It sends the header of a request. */
        HEADER,
        /** It waits for the server. */
        ANSWERING,
        /** It sends a body, or a line of one. */
        BODY
    }

    /** A connection with the time at which its client began what it is about. */
    static final class Timed extends SocketChannelEndPoint {
        private volatile Phase phase = Phase.AT_REST;
        private volatile long since = System.nanoTime();

        private Timed(SocketChannel channel, ManagedSelector selector, SelectionKey key, Pace pace) {
            super(channel, selector, key, pace.getScheduler());
        }

        private void is(Phase next) {
            since = System.nanoTime();
            phase = next;
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int filled = super.fill(buffer);
            if (filled > 0 && phase == Phase.AT_REST) {
                is(Phase.HEADER);
            }
            return filled;
        }

        /** The header was read; the server works. */
        void answering() {
            is(Phase.ANSWERING);
        }

        /** The client is to send a body, or the next line of one. */
        void receiving() {
            if (phase != Phase.BODY) {
                is(Phase.BODY);
            }
        }

        /** The request is answered. */
        void atRest() {
            is(Phase.AT_REST);
        }

        private boolean isLate(long now, long headerNanos, long bodyNanos) {
            return switch (phase) {
                case AT_REST, ANSWERING -> false;
                case HEADER -> now - since > headerNanos;
                case BODY -> now - since > bodyNanos;
            };
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        Timed timed = new Timed(channel, selector, key, this);
        timed.setIdleTimeout(getIdleTimeout());
        return timed;
    }

    /** The connection of a request. */
    static Timed of(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint instanceof SslConnection.SslEndPoint secure) {
            endPoint = secure.getSslConnection().getEndPoint();
        }
        if (endPoint instanceof Timed timed) {
            return timed;
        }
        throw new IllegalStateException("broken invariant of ours: a connection of another connector");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        look();
    }

    private void look() {
        long now = System.nanoTime();
        for (EndPoint each : getConnectedEndPoints()) {
            if (each instanceof Timed timed && timed.isLate(now, headerNanos, bodyNanos)) {
                timed.close();
            }
        }
        if (isRunning() || isStarting()) {
            getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
