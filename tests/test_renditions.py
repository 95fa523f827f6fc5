"""Uploads that are refused, renditions made from pixels alone, and files that become public and stop being so."""

import hashlib
import struct
import subprocess
import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from articles.publishing import _decode, renditions
from articles.publishing.renditions import (
    UploadRefused,
    inspect_upload,
    make_renditions,
    publish_files,
    withdraw_files,
)

STEM = "0123456789abcdef" * 2
CANARY = b"CANARY-EXIF-1"


def picture(form="JPEG", size=(400, 300), mode="RGB", colour=None, **options):
    file = BytesIO()
    image = Image.new(mode, size, colour) if colour is not None else Image.new(mode, size)
    image.save(file, form, **options)
    return file.getvalue()


def gradient(width, height):
    """Dark at the top, red growing to the right: shows which way is up and which part was kept."""
    across, down = Image.linear_gradient("L").rotate(90).resize((width, height)), Image.linear_gradient("L")
    return Image.merge("RGB", (across, down.resize((width, height)), Image.new("L", (width, height))))


def png_that_claims(width, height):
    """A header only, with hardly any pixels behind it."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def animation(frames):
    shades = [Image.new("L", (200, 200), shade) for shade in range(frames)]
    file = BytesIO()
    shades[0].save(file, "GIF", save_all=True, append_images=shades[1:])
    return file.getvalue()


@pytest.fixture
def render(tmp_path):
    def run(content, **options):
        original = tmp_path / "original"
        original.write_bytes(content)
        made = make_renditions(original, tmp_path / "out", STEM, **options)
        return {one.name.removeprefix(f"{STEM}-"): Image.open(tmp_path / "out" / one.name) for one in made}

    return run


class TestAcceptedUploads:
    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
    def test_the_four_formats_of_the_web_are(self, form):
        content = picture(form)
        assert inspect_upload(content) == (400, 300, form, hashlib.sha256(content).hexdigest())

    def test_bytes_paths_and_open_files_are_all_the_same(self, tmp_path):
        content = picture()
        (tmp_path / "wrong-extension.svg").write_bytes(content)
        file = BytesIO(content)
        file.read()
        assert inspect_upload(tmp_path / "wrong-extension.svg") == inspect_upload(file) == inspect_upload(content)
        assert file.tell() == 0

    def test_width_and_height_are_as_seen(self):
        exif = Image.Exif()
        exif[_decode.ORIENTATION] = 6
        assert inspect_upload(picture(exif=exif))[:2] == (300, 400)

    def test_a_short_animation_is_its_first_frame(self, render):
        content = animation(5)
        assert inspect_upload(content).format == "GIF"
        assert render(content)["200.webp"].getpixel((0, 0)) == (0, 0, 0)

    def test_a_cameras_double_jpeg_is_a_jpeg(self):
        file = BytesIO()
        Image.new("RGB", (400, 300)).save(file, "MPO", save_all=True, append_images=[Image.new("RGB", (400, 300))])
        assert inspect_upload(file).format == "JPEG"


class TestRefusedUploads:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b"not a picture at all", "no picture we can read"),
            (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
            (b"\n<!DOCTYPE html><script>alert(1)</script>", "HTML"),
            (b"%PDF-1.7", "PDF"),
            (b"8BPS\0\1", "Photoshop"),
            (b"%!PS-Adobe-3.0 EPSF-3.0", "EPS"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (picture("TIFF"), "TIFF"),
            (picture("BMP"), "BMP"),
            (picture(size=(199, 400)), "200 pixels"),
            (animation(51), "50 frames"),
            (png_that_claims(20_000, 2_001), "40 million"),
            (png_that_claims(50_000, 50_000), "40 million"),
            (png_that_claims(1_000, 1_000), "damaged"),
        ],
    )
    def test_the_message_says_what_is_wrong(self, content, words):
        with pytest.raises(UploadRefused, match=words):
            inspect_upload(content)

    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
    def test_a_truncated_file_is(self, form):
        file = BytesIO()
        gradient(600, 600).save(file, form)
        with pytest.raises(UploadRefused, match="damaged"):
            inspect_upload(file.getvalue()[: len(file.getvalue()) // 2])

    def test_a_file_larger_than_25_megabytes_is(self, monkeypatch):
        monkeypatch.setattr(renditions, "LARGEST_UPLOAD", 100)
        with pytest.raises(UploadRefused, match="25 MB"):
            inspect_upload(picture())

    def test_a_decoder_that_does_not_come_back_is_given_up(self, monkeypatch):
        monkeypatch.setattr(renditions, "PATIENCE", 0.001)
        with pytest.raises(UploadRefused, match="too long"):
            inspect_upload(picture())

    def test_a_decoder_that_crashes_is_a_refusal(self, monkeypatch, tmp_path):
        crash = tmp_path / "crash.py"
        crash.write_text("import os; os.abort()")
        monkeypatch.setattr(_decode, "__file__", str(crash))
        with pytest.raises(UploadRefused, match="damaged"):
            inspect_upload(picture())

    def test_a_refused_picture_leaves_no_files(self, tmp_path):
        (tmp_path / "original").write_bytes(picture()[:300])
        with pytest.raises(UploadRefused):
            make_renditions(tmp_path / "original", tmp_path / "out", STEM)
        assert list((tmp_path / "out").iterdir()) == []


class TestTheDecodersOwnProcess:
    def test_it_knows_none_of_our_secrets(self, monkeypatch, tmp_path):
        script = tmp_path / "environment.py"
        script.write_text(
            "import os, json; print(json.dumps({'width': 1, 'height': 1, 'format': str(dict(os.environ))}))"
        )
        monkeypatch.setenv("SECRET_KEY", "CANARY-KEY")
        monkeypatch.setattr(_decode, "__file__", str(script))
        assert "CANARY-KEY" not in inspect_upload(picture()).format

    def test_it_bounds_its_own_memory(self):
        script = f"import sys; sys.argv = ['x']; exec(open({_decode.__file__!r}).read().split('if __name__')[0])\n"
        script += "_limit_ourselves()\ntry:\n bytearray(2 * MEMORY)\nexcept MemoryError:\n print('refused')"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert done.stdout.strip() == "refused"

    def test_it_imports_nothing_of_ours(self):
        with open(_decode.__file__) as source:
            assert not any(line.startswith(("from articles", "from django", "import django")) for line in source)


class TestRenditions:
    def test_there_is_every_width_up_to_the_originals_one_jpeg_and_three_crops(self, render):
        made = render(picture(size=(1500, 1000)))
        assert {name: image.size for name, image in made.items()} == {
            "320.avif": (320, 213),
            "480.avif": (480, 320),
            "640.avif": (640, 427),
            "768.avif": (768, 512),
            "960.avif": (960, 640),
            "1280.avif": (1280, 853),
            "320.webp": (320, 213),
            "640.webp": (640, 427),
            "1280.webp": (1280, 853),
            "1280.jpg": (1280, 853),
            "16x9.jpg": (1200, 675),
            "4x3.jpg": (1200, 900),
            "1x1.jpg": (1000, 1000),
        }

    def test_a_small_picture_is_not_made_larger(self, render):
        made = render(picture(size=(250, 200)))
        assert made["250.avif"].size == made["250.webp"].size == made["250.jpg"].size == (250, 200)
        assert made["1x1.jpg"].size == (200, 200)
        assert made["16x9.jpg"].size == (250, 140)

    def test_a_panorama_keeps_its_height_for_the_crops(self, render):
        made = render(picture(size=(8000, 1000)))
        assert made["1920.avif"].size == (1920, 240)
        assert made["1x1.jpg"].size == (1000, 1000)

    def test_what_is_said_of_a_file_is_true(self, tmp_path):
        (tmp_path / "original").write_bytes(picture(size=(700, 500)))
        for one in make_renditions(tmp_path / "original", tmp_path, STEM):
            with Image.open(tmp_path / one.name) as image:
                assert (image.width, image.height, image.format) == one[1:4]
            assert (tmp_path / one.name).stat().st_size == one.bytes

    def test_the_cameras_orientation_is_applied(self, render):
        exif = Image.Exif()
        for orientation, dark in {1: "top", 3: "bottom", 6: "right", 8: "left"}.items():
            exif[_decode.ORIENTATION] = orientation
            file = BytesIO()
            gradient(800, 600).save(file, "JPEG", exif=exif)
            image = render(file.getvalue())["320.webp"]
            middle_x, middle_y = image.width // 2, image.height // 2
            ends = {"top": (middle_x, 2), "bottom": (middle_x, image.height - 3)}
            ends |= {"left": (2, middle_y), "right": (image.width - 3, middle_y)}
            green = {name: image.getpixel(place)[1] for name, place in ends.items()}
            assert min(green, key=green.get) == dark
            assert (image.width > image.height) == (orientation < 5)

    @pytest.mark.parametrize("focus", [(0, 0.5), (0.5, 0.5), (1, 0.5)])
    def test_crops_keep_the_focus(self, render, focus):
        file = BytesIO()
        gradient(1600, 400).save(file, "PNG")
        red = render(file.getvalue(), focus=focus)["1x1.jpg"].getpixel((200, 200))[0]
        expected = {0: 0.125, 0.5: 0.5, 1: 0.875}[focus[0]]
        assert abs(red / 255 - expected) < 0.05

    @pytest.mark.parametrize(
        ("mode", "colour", "form", "seen"),
        [
            ("RGBA", (0, 0, 0, 0), "PNG", (255, 255, 255)),
            ("RGBA", (255, 0, 0, 255), "WEBP", (255, 0, 0)),
            ("LA", (0, 0), "PNG", (255, 255, 255)),
            ("P", 0, "GIF", (0, 0, 0)),
            ("1", 1, "PNG", (255, 255, 255)),
            ("L", 128, "JPEG", (128, 128, 128)),
            ("I;16", 32768, "PNG", (128, 128, 128)),
            ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ],
    )
    def test_every_kind_of_pixel_becomes_plain_colour_on_white(self, render, mode, colour, form, seen):
        made = render(picture(form, mode=mode, colour=colour))
        for image in made.values():
            assert image.mode == "RGB"
            assert all(abs(a - b) <= 3 for a, b in zip(image.getpixel((100, 100)), seen, strict=True))

    def test_a_transparent_palette_colour_is_white(self, render):
        made = render(picture("GIF", mode="P", colour=0, transparency=0))
        assert made["1x1.jpg"].getpixel((5, 5)) == (255, 255, 255)

    @pytest.mark.parametrize(
        "profile", [b"CANARY-ICC", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
    )
    def test_a_profile_that_does_not_fit_is_passed_over(self, render, profile):
        image = render(picture(colour=(255, 0, 0), icc_profile=profile))["320.webp"]
        assert image.getpixel((9, 9))[0] > 250
        assert "icc_profile" not in image.info

    @pytest.mark.parametrize("profile", [None, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()])
    def test_no_metadata_of_the_original_is_left(self, tmp_path, profile):
        exif = Image.Exif()
        exif[0x010E] = exif[0x013B] = CANARY.decode()
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8769)[0xA431] = CANARY.decode()
        content = picture(exif=exif, comment=CANARY, xmp=b"<x>" + CANARY + b"</x>", icc_profile=profile)
        assert content.count(CANARY) == 5
        (tmp_path / "original").write_bytes(content + CANARY)
        for one in make_renditions(tmp_path / "original", tmp_path / "out", STEM):
            path = tmp_path / "out" / one.name
            assert CANARY not in path.read_bytes()
            with Image.open(path) as image:
                assert not image.getexif()
                assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)

    def test_a_second_run_replaces_the_first_and_leaves_nothing_half_done(self, tmp_path):
        (tmp_path / "original").write_bytes(picture())
        first = make_renditions(tmp_path / "original", tmp_path / "out", STEM)
        (tmp_path / "out" / f".{STEM}-320.webp.1.tmp").touch()
        assert make_renditions(tmp_path / "original", tmp_path / "out", STEM) == first
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(one.name for one in first)

    @pytest.mark.parametrize("stem", ["", "../x", "a-b", "*", "A", "a/b", "a\n"])
    def test_a_stem_is_never_a_path_or_a_pattern(self, tmp_path, stem):
        for act in (
            lambda: make_renditions(tmp_path / "original", tmp_path, stem),
            lambda: publish_files(stem, tmp_path, tmp_path / "public"),
            lambda: withdraw_files(stem, tmp_path),
        ):
            with pytest.raises(ValueError, match="stem"):
                act()


class TestPublicFiles:
    @pytest.fixture
    def folders(self, tmp_path):
        private, public = tmp_path / "private", tmp_path / "public"
        private.mkdir()
        for name in (f"{STEM}-320.webp", f"{STEM}-320.jpg", "f" * 32 + "-320.webp"):
            (private / name).write_text(name)
        return private, public

    def names(self, folder):
        return sorted(path.name for path in folder.iterdir())

    def test_publishing_makes_the_renditions_of_this_picture_public(self, folders):
        private, public = folders
        assert publish_files(STEM, private, public) == self.names(public) == [f"{STEM}-320.jpg", f"{STEM}-320.webp"]
        assert (public / f"{STEM}-320.jpg").read_text() == f"{STEM}-320.jpg"

    def test_publishing_twice_changes_nothing(self, folders):
        private, public = folders
        publish_files(STEM, private, public)
        before = [path.stat().st_ino for path in sorted(public.iterdir())]
        publish_files(STEM, private, public)
        assert [path.stat().st_ino for path in sorted(public.iterdir())] == before

    def test_renditions_made_anew_replace_the_public_ones(self, folders):
        private, public = folders
        publish_files(STEM, private, public)
        (private / f"{STEM}-320.jpg").unlink()
        (private / f"{STEM}-320.webp").unlink()
        (private / f"{STEM}-320.webp").write_text("new")
        publish_files(STEM, private, public)
        assert self.names(public) == [f"{STEM}-320.webp"]
        assert (public / f"{STEM}-320.webp").read_text() == "new"

    def test_where_links_cannot_be_made_files_are_copied(self, folders, monkeypatch):
        private, public = folders
        monkeypatch.setattr(renditions.os, "link", lambda *names: (_ for _ in ()).throw(OSError("another device")))
        publish_files(STEM, private, public)
        publish_files(STEM, private, public)
        assert self.names(public) == [f"{STEM}-320.jpg", f"{STEM}-320.webp"]

    def test_withdrawing_takes_every_public_file_of_this_picture_and_no_private_one(self, folders):
        private, public = folders
        publish_files(STEM, private, public)
        publish_files("f" * 32, private, public)
        withdraw_files(STEM, public)
        withdraw_files(STEM, public)
        assert self.names(public) == ["f" * 32 + "-320.webp"]
        assert len(self.names(private)) == 3

    def test_withdrawing_what_was_never_public_is_no_error(self, tmp_path):
        withdraw_files(STEM, tmp_path / "nowhere")

    def test_publishing_what_has_no_renditions_is_no_error(self, tmp_path):
        assert publish_files(STEM, tmp_path / "nowhere", tmp_path / "public") == []
