package ma.jazari.localstack.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;

/** One stack per state directory. The operating system gives the lock back when its holder ends, however it ends. */
public final class StackLock implements AutoCloseable {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another stack holds it. */
    @SuppressWarnings("resource")
    public static Optional<StackLock> tryAcquire(StateDirectory state) {
        try {
            var channel =
                    FileChannel.open(new RunFiles(state).lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new StackLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new LocalStackException("Cannot lock the state directory: " + failure.getMessage(), failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new LocalStackException("Cannot give the lock back: " + failure.getMessage(), failure);
        }
    }
}
