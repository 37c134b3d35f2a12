/// Numbers that say who or what something is, made of names and never of a place in a list: the same service written in
/// another order, or with somebody more in it, gives everybody the number that they had.
///
/// A team is its name. A post is its team, its group of staff and its number in the group; a group is its role, with
/// its own name where it has one. A room is its team, its venue and its number there. A person who is referred is the
/// team, the source, the day and the number on that day. The numbers name random streams and the entries of a
/// ``ServiceSnapshot``.
public enum StableKey {
    /// The key of a name: FNV-1a over its UTF-8, with its bits mixed. O(length); names are hashed once, at the start.
    public static func of(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mixed(hash)
    }

    /// The key of a numbered part of something that has a key. Two parts of one thing never have the same. O(1).
    @inlinable
    public static func of(_ key: UInt64, _ part: UInt64) -> UInt64 { mixed(key &+ part &* 0x9e37_79b9_7f4a_7c15) }

    /// The key of a named part of something that has a key.
    public static func of(_ key: UInt64, _ part: String) -> UInt64 { of(key, of(part)) }

    /// Spreads a change of any bit over all of them; one to one (the finaliser of SplitMix64: Steele, Lea and Flood
    /// 2014, doi 10.1145/2660193.2660195).
    @inlinable
    static func mixed(_ bits: UInt64) -> UInt64 {
        var z = bits
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
