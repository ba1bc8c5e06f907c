package ma.jazari.partnerships.webhooktarget;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks names up. */
@FunctionalInterface
interface Names {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
