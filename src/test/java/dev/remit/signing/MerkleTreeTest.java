package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees of all small sizes against the definitions of RFC 6962, written down as they stand there. */
class MerkleTreeTest {
    private static final int MOST = 40;

    private final TreeHasher hasher = new TreeHasher();

    @Test
    void hashesAsPublished() {
        List<String> leaves = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        GrowingTree tree = new GrowingTree(hasher);
        List<String> grown = new ArrayList<>(List.of(tree.root().hex()));

        for (String leaf : leaves) {
            tree.append(hasher.leaf(HexFormat.of().parseHex(leaf)));
            grown.add(tree.root().hex());
        }

        assertThat(grown).isEqualTo(roots);
    }

    @Test
    void growsOnFromEveryFrontier() {
        List<Hash> leaves = leaves(MOST);
        for (int stop = 0; stop <= MOST; stop++) {
            GrowingTree before = new GrowingTree(hasher);
            leaves.subList(0, stop).forEach(before::append);

            GrowingTree after = new GrowingTree(hasher, before.frontier());
            leaves.subList(stop, MOST).forEach(after::append);

            assertThat(before.root()).isEqualTo(root(leaves.subList(0, stop)));
            assertThat(after.root()).isEqualTo(root(leaves));
        }
    }

    @Test
    void provesEveryLeafOfEveryTree() throws RejectedException {
        List<Hash> leaves = leaves(MOST);
        for (int size = 1; size <= MOST; size++) {
            List<Hash> tree = leaves.subList(0, size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = roots(Subtree.ofInclusion(index, size), tree, 0);

                assertThat(path).isEqualTo(path(index, tree));
                assertThat(new InclusionProof(index, size, path).proves(tree.get(index), root(tree)))
                        .isTrue();
                assertThat(new InclusionProof(index, size, path).proves(tree.get((index + 1) % size), root(tree)))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void provesThatEveryTreeGrewOutOfEverySmallerOne() throws RejectedException {
        List<Hash> leaves = leaves(MOST);
        for (int newer = 1; newer <= MOST; newer++) {
            List<Hash> tree = leaves.subList(0, newer);
            for (int older = 1; older <= newer; older++) {
                List<Hash> path = roots(Subtree.ofConsistency(older, newer), tree, 0);
                ConsistencyProof proof = new ConsistencyProof(older, newer, path);

                assertThat(path).isEqualTo(subproof(older, tree, true));
                assertThat(proof.proves(root(leaves.subList(0, older)), root(tree)))
                        .isTrue();
                assertThat(proof.proves(root(leaves.subList(1, older + 1 > MOST ? MOST : older + 1)), root(tree)))
                        .isFalse();
            }
        }
    }

    @Test
    void provesWithoutTheFirstLeavesIfTheirFrontierIsKnown() throws RejectedException {
        List<Hash> tree = leaves(MOST);
        for (int gone = 0; gone < MOST; gone++) {
            for (int index = gone; index < MOST; index++) {
                assertThat(roots(Subtree.ofInclusion(index, MOST), tree, gone)).isEqualTo(path(index, tree));
            }
        }
    }

    @Test
    void saysThatWhatIsGoneCannotBeProved() {
        assertThatThrownBy(() -> roots(Subtree.ofInclusion(3, MOST), leaves(MOST), 16))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("no longer there");
    }

    /** The roots of subtrees, from all but the first leaves, for which their frontier stands. */
    private List<Hash> roots(List<Subtree> wanted, List<Hash> leaves, int gone) throws RejectedException {
        GrowingTree before = new GrowingTree(hasher);
        leaves.subList(0, gone).forEach(before::append);
        SubtreeRoots roots = new SubtreeRoots(wanted, before.frontier(), hasher);
        leaves.subList(gone, leaves.size()).forEach(roots::accept);
        return roots.roots();
    }

    private List<Hash> leaves(int number) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            leaves.add(hasher.leaf(("leaf " + i).getBytes(UTF_8)));
        }
        return leaves;
    }

    private Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHasher.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return hasher.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    private List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        List<Hash> path = index < k ? path(index, left) : path(index - k, right);
        path.add(root(index < k ? right : left));
        return path;
    }

    private List<Hash> subproof(int older, List<Hash> leaves, boolean isKnown) {
        if (older == leaves.size()) {
            return isKnown ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        List<Hash> proof = older <= k ? subproof(older, left, isKnown) : subproof(older - k, right, false);
        proof.add(root(older <= k ? right : left));
        return proof;
    }
}
