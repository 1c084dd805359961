package health.clarion.proof;

import java.util.List;

/** {@code clarion prove …} and {@code clarion bench …}. */
public final class Proof {

    private Proof() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        String what = String.join(" ", words.subList(0, Math.min(2, words.size())));
        List<String> options = words.subList(Math.min(2, words.size()), words.size());
        boolean well =
                switch (what) {
                    case "prove publishing" -> ProvePublishing.run(ProvePublishing.Options.of(options), System.out);
                    case "bench publish" -> BenchPublish.run(BenchPublish.Options.of(options), System.out);
                    case "bench pages" -> BenchPages.run(BenchPages.Options.of(options), System.out);
                    default -> {
                        System.err.println("""
                                clarion prove publishing [--kills 15] [--deliveries 300] [--seed 1]
                                clarion bench publish [--deliveries 2000]
                                clarion bench pages [--seconds 6] [--rounds 3] [--connections 8]""");
                        yield false;
                    }
                };
        System.exit(well ? 0 : 1);
    }
}
