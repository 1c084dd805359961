package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageFitTest {
    private static final ImageLimits INSTAGRAM =
            Capabilities.of(Network.INSTAGRAM).images();

    @Test
    void aPictureThatFitsIsLeftAlone() {
        ImageFit fit = ImageFit.of(1200, 800, 0.5, 0.5, INSTAGRAM);

        assertThat(fit).isEqualTo(new ImageFit(new ImageFit.Crop(0, 0, 1200, 800), 1200, 800));
        assertThat(fit.changesNothing(1200, 800)).isTrue();
    }

    @Test
    void aTallPictureIsCutRoundItsFocalPointAndMadeSmaller() {
        assertThat(ImageFit.of(2000, 4000, 0.5, 0.25, INSTAGRAM))
                .isEqualTo(new ImageFit(new ImageFit.Crop(0, 0, 2000, 2500), 1440, 1800));
        assertThat(ImageFit.of(2000, 4000, 0.5, 0.5, INSTAGRAM).crop())
                .isEqualTo(new ImageFit.Crop(0, 750, 2000, 2500));
        assertThat(ImageFit.of(2000, 4000, 0.5, 1, INSTAGRAM).crop()).isEqualTo(new ImageFit.Crop(0, 1500, 2000, 2500));
    }

    @Test
    void aWidePictureLosesItsSides() {
        assertThat(ImageFit.of(3000, 1000, 0.9, 0.5, INSTAGRAM))
                .isEqualTo(new ImageFit(new ImageFit.Crop(1090, 0, 1910, 1000), 1438, 753));
    }

    @Test
    void aServersPixelLimitHolds() {
        ImageFit fit = ImageFit.of(
                10_000, 10_000, 0.5, 0.5, Capabilities.of(Network.MASTODON).images());

        assertThat(fit.width()).isEqualTo(fit.height()).isEqualTo(5760);
    }

    @Test
    void nothingIsMadeLarger() {
        assertThat(ImageFit.of(10, 10, 0.5, 0.5, INSTAGRAM))
                .isEqualTo(new ImageFit(new ImageFit.Crop(0, 0, 10, 10), 10, 10));
        assertThat(ImageFit.of(1, 1, 0, 1, INSTAGRAM).width()).isEqualTo(1);
    }

    @Test
    void anyPictureAndLimitsGiveAResultInsideBoth() {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            int width = random.nextInt(1, 9000);
            int height = random.nextInt(1, 9000);
            double x = random.nextDouble();
            double y = random.nextDouble();
            ImageLimits limits = new ImageLimits(
                    4,
                    0,
                    List.of(),
                    random.nextBoolean() ? 0 : random.nextDouble(0.1, 1),
                    random.nextBoolean() ? 0 : random.nextDouble(1, 10),
                    random.nextBoolean() ? 0 : random.nextInt(200, 4000),
                    random.nextBoolean() ? 0 : random.nextInt(200, 4000),
                    random.nextBoolean() ? 0 : random.nextInt(100_000, 9_000_000));
            inside(ImageFit.of(width, height, x, y, limits), width, height, x, y, limits);
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> ImageFit.of(0, 10, 0.5, 0.5, ImageLimits.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImageFit.of(10, 10, Double.NaN, 0.5, ImageLimits.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ImageFit.of(10, 20, -4, 99, ImageLimits.none()).crop()).isEqualTo(new ImageFit.Crop(0, 0, 10, 20));
    }

    @Test
    void limitsSayWhichFilesTheyTake() {
        assertThat(INSTAGRAM.takes("image/jpeg")).isTrue();
        assertThat(INSTAGRAM.takes("image/png")).isFalse();
        assertThat(INSTAGRAM.takes(8_000_001)).isFalse();
        assertThat(ImageLimits.none().takes("image/x")).isTrue();
        assertThat(Capabilities.of(Network.YOUTUBE).images().maxCount()).isZero();
    }

    private static void inside(ImageFit fit, int width, int height, double x, double y, ImageLimits limits) {
        ImageFit.Crop crop = fit.crop();
        assertThat(crop.x()).isBetween(0, width - crop.width());
        assertThat(crop.y()).isBetween(0, height - crop.height());
        assertThat(x * width).isBetween(crop.x() - 1.0, crop.x() + crop.width() + 1.0);
        assertThat(y * height).isBetween(crop.y() - 1.0, crop.y() + crop.height() + 1.0);
        assertThat(fit.width()).isBetween(1, crop.width());
        assertThat(fit.height()).isBetween(1, crop.height());
        assertThat(limits.maxWidth() == 0 || fit.width() <= limits.maxWidth()).isTrue();
        assertThat(limits.maxHeight() == 0 || fit.height() <= limits.maxHeight())
                .isTrue();
        assertThat(limits.maxPixels() == 0 || (long) fit.width() * fit.height() <= limits.maxPixels())
                .isTrue();
        double ratio = (double) fit.width() / fit.height();
        boolean tiny = fit.width() == 1 || fit.height() == 1;
        assertThat(tiny || limits.minRatio() == 0 || ratio >= limits.minRatio() - 1e-6)
                .isTrue();
        assertThat(tiny || limits.maxRatio() == 0 || ratio <= limits.maxRatio() + 1e-6)
                .isTrue();
    }
}
